/** Deployable 1: the whole platform in one process. Adapters are chosen here and nowhere else. */
@NullMarked
package cn.gongshu.city;

import org.jspecify.annotations.NullMarked;
