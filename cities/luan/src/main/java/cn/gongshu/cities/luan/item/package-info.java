/** Catalogue items with everything publication asks for: columns, levels, subjects, interests, quality promise. */
@NullMarked
package cn.gongshu.cities.luan.item;

import org.jspecify.annotations.NullMarked;
