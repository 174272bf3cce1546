/** The product list (产品清单, R073, R076) and market: readiness, and what stands in a product's file before it goes live. */
@ApplicationModule(displayName = "Products")
@NullMarked
package cn.gongshu.platform.product;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
