/** Reads the tab-separated tables in which this city's facts are kept. */
@NullMarked
package cn.gongshu.cities.luan.sheet;

import org.jspecify.annotations.NullMarked;
