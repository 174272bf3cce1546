/** A governed call beside the plainest lookup. */
@NullMarked
package cn.gongshu.bench.call;

import org.jspecify.annotations.NullMarked;
