/** The Merkle tree of RFC 9162, its proofs, and the tiles, checkpoints and signed notes of C2SP; no file and no thread. */
@NullMarked
package cn.gongshu.evidence.tree;

import org.jspecify.annotations.NullMarked;
