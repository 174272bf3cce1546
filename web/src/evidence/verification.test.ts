import { describe, expect, it } from 'vitest';
import type { Receipt } from '../api/model';
import java from '../testing/javaReceipt.json';
import { logNamed, receiptIn } from '../testing/receipts';
import { holds, verifyReceipt } from './verification';

const ORIGIN = 'luan.demo/main';
const DATA = { missing: ['2026-03', '2026-04'], count: 2, 单位: null };
const ANSWER = { asOf: '2026-10-31', data: DATA };
const log = await logNamed(ORIGIN);
const receipt = await receiptIn(log, ORIGIN, 4, 11, ANSWER);

async function checks(changed: Receipt, answer = ANSWER, key = log.verifierKey) {
  const verdict = await verifyReceipt(changed, answer, key);
  return verdict.kind === 'checked' ? verdict.checks : verdict.kind;
}

const forge = (change: (copy: Receipt) => void): Receipt => {
  const copy = structuredClone(receipt);
  change(copy);
  return copy;
};

const flip = (encoded: string) => (encoded.startsWith('A') ? 'B' : 'A') + encoded.slice(1);

describe('a receipt', () => {
  it('holds with its answer and the key of its log', async () => {
    expect(holds(await verifyReceipt(receipt, ANSWER, log.verifierKey))).toBe(true);
  });

  it('holds whatever the order of members the answer arrives in', async () => {
    const turned = { data: { 单位: null, count: 2, missing: DATA.missing }, asOf: ANSWER.asOf };
    expect(holds(await verifyReceipt(receipt, turned, log.verifierKey))).toBe(true);
  });

  it('without an answer holds for the entry and says nothing of the answer', async () => {
    const verdict = await verifyReceipt(receipt, undefined, log.verifierKey);
    expect(holds(verdict)).toBe(true);
    expect(verdict).toMatchObject({ checks: { inclusion: true, answer: null } });
  });

  it('for every place of logs of one to nine entries', async () => {
    for (let size = 1; size <= 9; size++) {
      for (let index = 0; index < size; index++) {
        const one = await receiptIn(log, ORIGIN, index, size, ANSWER);
        expect(holds(await verifyReceipt(one, ANSWER, log.verifierKey))).toBe(true);
      }
    }
  });

  it('fails when one value of the answer, or its date, is another', async () => {
    const given = (data: unknown, asOf = ANSWER.asOf) => checks(receipt, { asOf, data } as typeof ANSWER);
    const forged = { inclusion: true, answer: false };
    expect(await given({ ...DATA, count: 3 })).toMatchObject(forged);
    expect(await given(DATA, '2026-10-30')).toMatchObject(forged);
    expect(await given(null)).toMatchObject(forged);
    expect(await given({ ...DATA, count: 2.5 })).toMatchObject(forged);
  });

  it('fails when its salt is another or gone, with the answer or without', async () => {
    for (const salt of [flip(receipt.salt as string), '', null]) {
      const forged = forge((copy) => (copy.salt = salt));
      expect(await checks(forged)).toMatchObject({ inclusion: false, answer: false });
      expect(holds(await verifyReceipt(forged, undefined, log.verifierKey))).toBe(false);
    }
  });

  it('fails when entry, blind, index, a hash or their number is changed', async () => {
    const forgeries: ((copy: Receipt) => void)[] = [
      (copy) => (copy.entry = copy.entry.replace('P37', 'P04')),
      (copy) => (copy.entry = copy.entry.replace(':', ': ')),
      (copy) => (copy.entry = 'null'),
      (copy) => (copy.entry = 'no JSON'),
      (copy) => (copy.id = 'use-5'),
      (copy) => (copy.log = 'luan.demo/other'),
      (copy) => (copy.blind = flip(copy.blind)),
      (copy) => (copy.blind = ''),
      (copy) => (copy.index = 5),
      (copy) => (copy.proof[0] = flip(copy.proof[0] as string)),
      (copy) => copy.proof.pop(),
      (copy) => copy.proof.push(copy.proof[0] as string),
      (copy) => (copy.proof[0] = 'not base64'),
    ];
    for (const forgery of forgeries) {
      expect(await checks(forge(forgery))).toMatchObject({ checkpoint: true, inclusion: false });
    }
  });

  it('fails when the checkpoint was altered or signed by another log', async () => {
    const other = await logNamed(ORIGIN);
    expect(
      await checks(forge((copy) => (copy.checkpoint = copy.checkpoint.replace('\n11\n', '\n12\n')))),
    ).toMatchObject({
      checkpoint: false,
      inclusion: false,
    });
    expect(await checks(receipt, ANSWER, other.verifierKey)).toMatchObject({
      key: true,
      checkpoint: false,
      inclusion: false,
    });
    expect(await checks(receipt, ANSWER, 'nonsense')).toMatchObject({
      key: false,
      checkpoint: false,
      inclusion: false,
    });
  });

  it('fails when a rightly signed checkpoint names another log', async () => {
    const elsewhere = await receiptIn(log, 'luan.demo/other', 4, 11, ANSWER);
    expect(await checks(elsewhere)).toMatchObject({ checkpoint: false, inclusion: false });
  });
});

describe('a receipt that the server wrote', () => {
  it('holds here, and not with one letter of its entry changed', async () => {
    const { answer, key } = java;
    expect(holds(await verifyReceipt(java.receipt, answer, key))).toBe(true);
    const forged = { ...java.receipt, entry: java.receipt.entry.replace('"quantity":3', '"quantity":4') };
    expect(holds(await verifyReceipt(forged, answer, key))).toBe(false);
    const other = { ...answer, data: { ...answer.data, monthsAsked: 11 } };
    expect(holds(await verifyReceipt(java.receipt, other, key))).toBe(false);
    expect(holds(await verifyReceipt(java.receipt, { ...answer, asOf: '2026-10-30' }, key))).toBe(false);
  });
});
