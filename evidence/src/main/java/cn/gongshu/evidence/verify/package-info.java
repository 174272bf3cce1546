/** Checks logs and receipts from outside, with nothing but public files and the log's public key. */
@NullMarked
package cn.gongshu.evidence.verify;

import org.jspecify.annotations.NullMarked;
