import type { Receipt } from '../api/model';
import { type Bytes, concat, sha256, toBase64, toHex, utf8 } from '../evidence/bytes';
import { canonicalJson } from '../evidence/canonicalJson';
import { leafHash, nodeHash } from '../evidence/merkle';
import type { Answer } from '../evidence/verification';

/** A log of our own for tests: builds trees by RFC 6962's recursive definition, not by the code under test. */
export async function rootOf(leaves: readonly Bytes[]): Promise<Bytes> {
  if (leaves.length === 0) {
    return sha256();
  }
  if (leaves.length === 1) {
    return leaves[0] as Bytes;
  }
  const cut = splitOf(leaves.length);
  return nodeHash(await rootOf(leaves.slice(0, cut)), await rootOf(leaves.slice(cut)));
}

export async function proofOf(index: number, leaves: readonly Bytes[]): Promise<Bytes[]> {
  if (leaves.length <= 1) {
    return [];
  }
  const cut = splitOf(leaves.length);
  return index < cut
    ? [...(await proofOf(index, leaves.slice(0, cut))), await rootOf(leaves.slice(cut))]
    : [...(await proofOf(index - cut, leaves.slice(cut))), await rootOf(leaves.slice(0, cut))];
}

function splitOf(size: number): number {
  let cut = 1;
  while (cut * 2 < size) {
    cut *= 2;
  }
  return cut;
}

export type TestLog = { readonly verifierKey: string; sign(text: string): Promise<string> };

export async function logNamed(name: string): Promise<TestLog> {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  const key = concat(Uint8Array.of(1), new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
  const hash = (await sha256(utf8(`${name}\n`), key)).slice(0, 4);
  return {
    verifierKey: `${name}+${toHex(hash)}+${toBase64(key)}`,
    async sign(text) {
      const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, utf8(text)));
      return `${text}\n\u2014 ${name} ${toBase64(concat(hash, signature))}\n`;
    },
  };
}

/** A receipt for `answer` at `index` of a log with `size` entries. */
export async function receiptIn(
  log: TestLog,
  origin: string,
  index: number,
  size: number,
  answer: Answer,
): Promise<Receipt> {
  const salt = bytesOf(7);
  const blind = bytesOf(9);
  const answerCommitment = toHex(await sha256(utf8('gongshu/answer'), salt, utf8(canonicalJson(answer))));
  const saltHash = toHex(await sha256(salt));
  const id = `use-${index}`;
  const entry = canonicalJson({ answerCommitment, id, kind: 'use', product: 'P37', saltHash });
  const own = await leafHash(concat(blind, utf8(entry)));
  const leaves = await Promise.all(
    Array.from({ length: size }, (_, at) => (at === index ? own : leafHash(utf8(`entry ${at}`)))),
  );
  const checkpoint = await log.sign(`${origin}\n${size}\n${toBase64(await rootOf(leaves))}\n`);
  const proof = (await proofOf(index, leaves)).map(toBase64);
  return {
    id,
    log: origin,
    index,
    blind: toBase64(blind),
    salt: toBase64(salt),
    entry,
    proof,
    checkpoint,
  };
}

function bytesOf(value: number): Bytes {
  return new Uint8Array(16).fill(value);
}
