/** Benches: ours and a baseline alternating in one run, valid only if every use that was answered is in the log. */
@NullMarked
package cn.gongshu.bench;

import org.jspecify.annotations.NullMarked;
