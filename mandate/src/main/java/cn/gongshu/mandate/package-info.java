/** The chain of mandate: links, their scopes, terms and conditions, and the law that a child is never wider. */
@NullMarked
package cn.gongshu.mandate;

import org.jspecify.annotations.NullMarked;
