import type { Receipt } from '../api/model';
import { type Bytes, concat, equal, fromBase64, sha256, toHex, utf8 } from './bytes';
import { canonicalJson } from './canonicalJson';
import { type Checkpoint, openNote, readCheckpoint, readVerifierKey } from './checkpoint';
import { leafHash, rootOfInclusion } from './merkle';

const ANSWER_DOMAIN = 'gongshu/answer';
const HIDING_BYTES = 16;

/** What is checked, in the order a reader follows: key, checkpoint, entry in the log, answer in the entry. */
export const CHECKS = ['key', 'checkpoint', 'inclusion', 'answer'] as const;
export type CheckName = (typeof CHECKS)[number];
/** Each check by name; the answer's is null where there was none to check. */
export type Checks = Readonly<Record<Exclude<CheckName, 'answer'>, boolean>> & {
  readonly answer: boolean | null;
};
export type Verdict =
  | {
      readonly kind: 'checked';
      readonly checks: Checks;
      readonly size: number | null;
    }
  | { readonly kind: 'unavailable' };

export function holds(verdict: Verdict): boolean {
  return verdict.kind === 'checked' && CHECKS.every((name) => verdict.checks[name] !== false);
}

/** An answer as received: its data, and the date they stand at. */
export type Answer = { readonly data: unknown; readonly asOf: string };

/**
 * Checks a receipt against nothing but itself, the answer it came with and the log's public key. Forged or malformed
 * input fails a check; it never throws.
 *
 * @param answer as received; undefined where a receipt came without one
 * @param verifierKey C2SP signed-note key of the log
 */
export async function verifyReceipt(
  receipt: Receipt,
  answer: Answer | undefined,
  verifierKey: string,
): Promise<Verdict> {
  if (globalThis.crypto?.subtle === undefined) {
    return { kind: 'unavailable' };
  }
  try {
    const checkpoint = await trustedCheckpoint(receipt.checkpoint, verifierKey);
    const checks = {
      key: checkpoint.keyRead,
      checkpoint: checkpoint.value !== null,
      inclusion: checkpoint.value !== null && (await included(receipt, checkpoint.value)),
      answer: answer === undefined ? null : await answered(receipt, answer),
    };
    return { kind: 'checked', checks, size: checkpoint.value?.size ?? null };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotSupportedError') {
      return { kind: 'unavailable' };
    }
    throw error;
  }
}

async function trustedCheckpoint(
  note: string,
  verifierKey: string,
): Promise<{ readonly keyRead: boolean; readonly value: Checkpoint | null }> {
  const key = await readVerifierKey(verifierKey);
  const text = key === null ? null : await openNote(note, key);
  const checkpoint = text === null ? null : readCheckpoint(text);
  // The key's name is the log's origin: a good checkpoint of another log proves nothing here.
  const ours = checkpoint !== null && checkpoint.origin === key?.name;
  return { keyRead: key !== null, value: ours ? checkpoint : null };
}

async function included(receipt: Receipt, checkpoint: Checkpoint): Promise<boolean> {
  const blind = hiding(receipt.blind);
  const proof = receipt.proof.map(fromBase64);
  const read = entryOf(receipt);
  // Log and id stand beside the entry for convenience; they must not say anything else than what is proven.
  const agrees = receipt.log === checkpoint.origin && read !== null && read['id'] === receipt.id;
  if (blind === null || !agrees || !(await salted(receipt, read)) || proof.some((hash) => hash === null)) {
    return false;
  }
  const leaf = await leafHash(concat(blind, utf8(receipt.entry)));
  const root = await rootOfInclusion(leaf, receipt.index, checkpoint.size, proof as Bytes[]);
  return root !== null && equal(root, checkpoint.root);
}

/** The salt stands outside the leaf; its hash is in the entry, where there is a commitment and only there. */
async function salted(receipt: Receipt, entry: Record<string, unknown>): Promise<boolean> {
  const hash = entry['saltHash'];
  if (receipt.salt === null || hash === undefined) {
    return receipt.salt === null && hash === undefined;
  }
  const salt = hiding(receipt.salt);
  return salt !== null && hash === toHex(await sha256(salt));
}

/** The entry carries a commitment to the answer; the receipt's salt opens it. */
async function answered(receipt: Receipt, { asOf, data }: Answer): Promise<boolean> {
  const salt = receipt.salt === null ? null : hiding(receipt.salt);
  const answer = canonical({ asOf, data });
  if (salt === null || answer === null) {
    return false;
  }
  return entryOf(receipt)?.['answerCommitment'] === toHex(await sha256(utf8(ANSWER_DOMAIN), salt, answer));
}

function entryOf(receipt: Receipt): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(receipt.entry);
    return typeof read === 'object' ? (read as Record<string, unknown> | null) : null;
  } catch {
    return null;
  }
}

function hiding(encoded: string): Bytes | null {
  const bytes = fromBase64(encoded);
  return bytes?.length === HIDING_BYTES ? bytes : null;
}

function canonical(value: unknown): Bytes | null {
  try {
    return utf8(canonicalJson(value));
  } catch (error) {
    if (error instanceof RangeError) {
      return null;
    }
    throw error;
  }
}
