/** Quotas counted exactly: taken before a use, counted when its entry is durable, given back when it is not. */
@NullMarked
package cn.gongshu.mandate.escrow;

import org.jspecify.annotations.NullMarked;
