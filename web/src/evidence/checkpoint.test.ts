import { describe, expect, it } from 'vitest';
import { openNote, readCheckpoint, readVerifierKey } from './checkpoint';

/** The example that Go's sumdb/note package documents: a key and a note we did not make. */
const GO_KEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const GO_TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const GO_NOTE = `${GO_TEXT}\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;

async function open(note: string, keyText = GO_KEY) {
  const key = await readVerifierKey(keyText);
  return key && openNote(note, key);
}

describe('a signed note', () => {
  it('made by Go opens with its key', async () => {
    expect(await open(GO_NOTE)).toBe(GO_TEXT);
  });

  it('with one letter changed, a signature cut, moved or renamed does not open', async () => {
    expect(await open(GO_NOTE.replace('cryptography', 'cryptographY'))).toBeNull();
    expect(await open(GO_NOTE.replace('x08go', 'x08gp'))).toBeNull();
    expect(await open(GO_NOTE.replace('AM=\n', 'AA=\n'))).toBeNull();
    expect(await open(GO_NOTE.slice(0, -1))).toBeNull();
    expect(await open(GO_NOTE.replace('PeterNeumann', 'SomeoneElse'))).toBeNull();
    expect(await open(GO_NOTE.replace('\n\n', '\n'))).toBeNull();
    expect(await open(GO_TEXT)).toBeNull();
    expect(await open('')).toBeNull();
  });

  it('opens among the signatures of others', async () => {
    const other = '\u2014 witness AAAAAAAA\n';
    expect(await open(GO_NOTE.replace('\n\u2014', `\n${other}\u2014`))).toBe(GO_TEXT);
  });
});

describe('a verifier key', () => {
  it('is refused when its hash is not its own, its kind unknown or its length wrong', async () => {
    expect(await readVerifierKey(GO_KEY.replace('c74f20a3', 'c74f20a4'))).toBeNull();
    expect(await readVerifierKey(GO_KEY.replace('+ARpc', '+AhpC'))).toBeNull();
    expect(await readVerifierKey(GO_KEY.slice(0, -4))).toBeNull();
    expect(await readVerifierKey('')).toBeNull();
  });
});

describe('the text of a checkpoint', () => {
  const root = 'A'.repeat(43) + '=';

  it('gives origin, size and root, and allows further lines', () => {
    expect(readCheckpoint(`luan\n12\n${root}\nmore\n`)).toMatchObject({ origin: 'luan', size: 12 });
  });

  it('with a size that is not a plain whole number or a root that is not 32 bytes is refused', () => {
    for (const text of [
      `luan\n-1\n${root}\n`,
      `luan\n012\n${root}\n`,
      `luan\n1e3\n${root}\n`,
      `luan\n9007199254740993\n${root}\n`,
    ]) {
      expect(readCheckpoint(text)).toBeNull();
    }
    expect(readCheckpoint(`luan\n12\nAAAA\n`)).toBeNull();
    expect(readCheckpoint(`\n12\n${root}\n`)).toBeNull();
    expect(readCheckpoint('')).toBeNull();
  });
});
