/** What the platform's tests stand on. */
@NullMarked
package cn.gongshu.platform;

import org.jspecify.annotations.NullMarked;
