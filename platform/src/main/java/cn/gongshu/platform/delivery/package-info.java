/** Delivery: the product door, API keys, consents and opt-outs, what a call is answered from (R082, I01). */
@ApplicationModule(displayName = "Delivery")
@NullMarked
package cn.gongshu.platform.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
