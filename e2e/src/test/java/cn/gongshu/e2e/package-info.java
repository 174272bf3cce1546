/** Stories told in a real browser against the real demo. */
@NullMarked
package cn.gongshu.e2e;

import org.jspecify.annotations.NullMarked;
