/** What the city decides in words and numbers: dated parameters, levels, purposes, consent texts. */
@NullMarked
package cn.gongshu.cities.luan.terms;

import org.jspecify.annotations.NullMarked;
