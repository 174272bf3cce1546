import { type Bytes, sha256 } from './bytes';

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** RFC 6962 leaf hash. */
export function leafHash(leaf: Uint8Array): Promise<Bytes> {
  return sha256(LEAF, leaf);
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Promise<Bytes> {
  return sha256(NODE, left, right);
}

/**
 * The root that an inclusion proof leads to (RFC 9162, 2.1.3.2), or null when the proof has the wrong length for this
 * index and size. The caller compares it with the root of a checkpoint it trusts.
 */
export async function rootOfInclusion(
  leaf: Bytes,
  index: number,
  size: number,
  proof: readonly Bytes[],
): Promise<Bytes | null> {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) {
    return null;
  }
  if (proof.some((hash) => hash.length !== 32)) {
    return null;
  }
  let node = BigInt(index);
  let last = BigInt(size - 1);
  let root = leaf;
  for (const sibling of proof) {
    if (last === 0n) {
      return null;
    }
    if (odd(node) || node === last) {
      root = await nodeHash(sibling, root);
      while (!odd(node) && node !== 0n) {
        node >>= 1n;
        last >>= 1n;
      }
    } else {
      root = await nodeHash(root, sibling);
    }
    node >>= 1n;
    last >>= 1n;
  }
  return last === 0n ? root : null;
}

function odd(value: bigint): boolean {
  return (value & 1n) === 1n;
}
