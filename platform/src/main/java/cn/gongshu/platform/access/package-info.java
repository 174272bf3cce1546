/** Access control (访问控制, R087): who may do what, sign-in, sessions, access grants. */
@ApplicationModule(displayName = "Access control")
@NullMarked
package cn.gongshu.platform.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
