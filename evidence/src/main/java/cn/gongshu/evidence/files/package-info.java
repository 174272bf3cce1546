/** The few file operations evidence stands on, and a layer that loses what was not forced. */
@NullMarked
package cn.gongshu.evidence.files;

import org.jspecify.annotations.NullMarked;
