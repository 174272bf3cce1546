/**
 * The only door to a query engine: a declared query is parsed, checked and rebuilt from its tree with floor and opt-outs
 * attached, or refused with how to mend it.
 */
@NullMarked
package cn.gongshu.query.governed;

import org.jspecify.annotations.NullMarked;
