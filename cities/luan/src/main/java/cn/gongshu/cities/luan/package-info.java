/** All that is Lu'an: its annexes, published items, parameters, products and synthetic city. A second city is a second folder. */
@NullMarked
package cn.gongshu.cities.luan;

import org.jspecify.annotations.NullMarked;
