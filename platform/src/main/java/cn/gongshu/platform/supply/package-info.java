/** Supply (供给): items bound to lake tables, and loads into them. */
@ApplicationModule(displayName = "Supply")
@NullMarked
package cn.gongshu.platform.supply;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
