/** The evidence log beside the plainest durable append. */
@NullMarked
package cn.gongshu.bench.evidence;

import org.jspecify.annotations.NullMarked;
