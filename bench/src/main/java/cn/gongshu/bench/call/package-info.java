/** The governed call beside a bare lookup over HTTP. */
@NullMarked
package cn.gongshu.bench.call;

import org.jspecify.annotations.NullMarked;
