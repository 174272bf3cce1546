/** The chain of mandate: links entered, confirmed, signed, suspended and resumed (授权链, R030–R06A). */
@ApplicationModule(displayName = "Authorisation")
@NullMarked
package cn.gongshu.platform.authorisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
