import { type Bytes, concat, equal, fromBase64, sha256, toHex, utf8 } from './bytes';

const ED25519 = 1;

/** The public key a log signs its checkpoints with (C2SP signed-note verifier key). */
export type VerifierKey = { readonly name: string; readonly hash: Bytes; readonly publicKey: Bytes };

/** A log's promise: it had `size` entries under `root` when it signed this. */
export type Checkpoint = { readonly origin: string; readonly size: number; readonly root: Bytes };

/** Reads `name+hash+base64`; null unless the hash belongs to name and key and the key is Ed25519. */
export async function readVerifierKey(text: string): Promise<VerifierKey | null> {
  const [, name, hash, encoded] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim()) ?? [];
  const key = encoded === undefined ? null : fromBase64(encoded);
  if (!name || !hash || key?.length !== 33 || key[0] !== ED25519) {
    return null;
  }
  const expected = (await sha256(utf8(`${name}\n`), key)).slice(0, 4);
  return toHex(expected) === hash ? { name, hash: expected, publicKey: key.slice(1) } : null;
}

/**
 * Opens a signed note: its text if the key signed it, else null.
 *
 * @throws DOMException NotSupportedError in a browser without Ed25519
 */
export async function openNote(note: string, key: VerifierKey): Promise<string | null> {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) {
    return null;
  }
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2, -1).split('\n');
  const verifying = await crypto.subtle.importKey('raw', key.publicKey, 'Ed25519', false, ['verify']);
  for (const line of lines) {
    const signature = signatureOf(line, key);
    if (signature !== null) {
      return (await crypto.subtle.verify('Ed25519', verifying, signature, utf8(text))) ? text : null;
    }
  }
  return null;
}

/** The 64 bytes a signature line carries for this key, or null when the line is another key's or malformed. */
function signatureOf(line: string, key: VerifierKey): Bytes | null {
  const [, name, encoded] = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/=]+)$/.exec(line) ?? [];
  const bytes = encoded === undefined ? null : fromBase64(encoded);
  const ours = name === key.name && bytes?.length === 68 && equal(bytes.slice(0, 4), key.hash);
  return ours ? concat(bytes.slice(4)) : null;
}

/** Reads the text of a checkpoint note: origin, size, root and possibly further lines. */
export function readCheckpoint(text: string): Checkpoint | null {
  const [origin, size, encoded] = text.split('\n');
  const root = encoded === undefined ? null : fromBase64(encoded);
  if (!origin || !size || !/^(0|[1-9][0-9]*)$/.test(size) || root?.length !== 32) {
    return null;
  }
  const count = Number(size);
  return Number.isSafeInteger(count) ? { origin, size: count, root } : null;
}
