/** The product door on its own port, and its relay on the main one. */
@NullMarked
package cn.gongshu.city.door;

import org.jspecify.annotations.NullMarked;
