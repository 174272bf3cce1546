/** The two annexes of the plan as published: 25 units with 102 catalogue lines, 40 products, and what is doubtful in them. */
@NullMarked
package cn.gongshu.cities.luan.annex;

import org.jspecify.annotations.NullMarked;
