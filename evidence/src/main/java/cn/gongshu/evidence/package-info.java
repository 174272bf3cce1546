/** Proof of every use, refusal and act: the journal, its transparency log, receipts. */
@NullMarked
package cn.gongshu.evidence;

import org.jspecify.annotations.NullMarked;
