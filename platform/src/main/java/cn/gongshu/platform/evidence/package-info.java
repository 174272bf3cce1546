/** The platform's side of the evidence log: acts sealed, entries projected, state reconciled, the log made public. */
@ApplicationModule(displayName = "Evidence")
@NullMarked
package cn.gongshu.platform.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
