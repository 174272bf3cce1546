/** The law as data and small pure rules: clauses, dated parameters, and what they permit. Dates are arguments. */
@NullMarked
package cn.gongshu.regulation;

import org.jspecify.annotations.NullMarked;
