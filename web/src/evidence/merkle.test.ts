import { describe, expect, it } from 'vitest';
import { proofOf, rootOf } from '../testing/receipts';
import { type Bytes, toHex } from './bytes';
import { leafHash, rootOfInclusion } from './merkle';

/** The leaves and roots that Certificate Transparency implementations have shared since RFC 6962. */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16)) as Bytes;
const leaves = await Promise.all(LEAVES.map((hex) => leafHash(bytes(hex))));

describe('an inclusion proof', () => {
  it('leads every entry of the shared vectors to the known root', async () => {
    for (let size = 1; size <= leaves.length; size++) {
      for (let index = 0; index < size; index++) {
        const proof = await proofOf(index, leaves.slice(0, size));
        const root = await rootOfInclusion(leaves[index] as Bytes, index, size, proof);
        expect(root && toHex(root)).toBe(ROOTS[size - 1]);
      }
    }
  });

  it('of another index, a shorter or a longer one, leads elsewhere', async () => {
    const proof = await proofOf(5, leaves);
    const root = toHex(await rootOf(leaves));
    const forged: [number, number, Bytes[]][] = [
      [4, 8, proof],
      [5, 6, proof],
      [5, 16, proof],
      [5, 8, proof.slice(1)],
      [5, 8, proof.slice(0, -1)],
      [5, 8, [...proof, proof[0] as Bytes]],
      [5, 8, [...proof].reverse()],
      [-1, 8, proof],
      [8, 8, proof],
      [1.5, 8, proof],
      [5, 8, [new Uint8Array(31), ...proof.slice(1)]],
    ];
    for (const [index, size, hashes] of forged) {
      const found = await rootOfInclusion(leaves[5] as Bytes, index, size, hashes);
      expect(found && toHex(found)).not.toBe(root);
    }
  });

  it('needs no hashes in a log of one entry', async () => {
    const root = await rootOfInclusion(leaves[0] as Bytes, 0, 1, []);
    expect(root && toHex(root)).toBe(ROOTS[0]);
  });
});
