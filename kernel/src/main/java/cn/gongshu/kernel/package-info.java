/** The few values every module shares: money, terms, outcomes, error codes, ids and clocks. JDK only. */
@NullMarked
package cn.gongshu.kernel;

import org.jspecify.annotations.NullMarked;
