/** The products of this city that are built: what they read, what they answer, at what price, under which gate. */
@NullMarked
package cn.gongshu.cities.luan.product;

import org.jspecify.annotations.NullMarked;
