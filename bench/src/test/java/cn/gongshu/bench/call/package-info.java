/** The call log beside the plainest durable append. */
@NullMarked
package cn.gongshu.bench.call;

import org.jspecify.annotations.NullMarked;
