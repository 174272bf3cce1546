/** A city that never was: people, firms, contributions and visits that agree with one another, with a truth known beforehand. */
@NullMarked
package cn.gongshu.cities.luan.synthetic;

import org.jspecify.annotations.NullMarked;
