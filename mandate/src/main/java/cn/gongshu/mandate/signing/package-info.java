/** Signatures under contracts: each party with its own key, in a session of its own. */
@NullMarked
package cn.gongshu.mandate.signing;

import org.jspecify.annotations.NullMarked;
