import { describe, expect, it } from 'vitest';
import type { Field, ProductDetail } from '../api/model';
import { newIdempotencyKey, requestOf } from './call';

const field = (code: string, type: Field['type']): Field => ({
  code,
  zh: code,
  en: code,
  type,
  required: false,
  choices: [],
  fallback: null,
});
const product = (inputs: Field[], subjectKind: ProductDetail['subjectKind'] = 'PERSON') =>
  ({ code: 'P37', subjectKind, active: { inputs } }) as unknown as ProductDetail;
const VALUES = { key: 'gk', idempotencyKey: 'k', purpose: 'employment-support' };

describe('the body of a call', () => {
  it('carries purpose, subject and inputs as their types', () => {
    const inputs = [field('from', 'MONTH'), field('months', 'INTEGER'), field('band', 'CHOICE')];
    const values = {
      ...VALUES,
      subject: ' 341599199003071234 ',
      inputs: { from: '2026-01', months: '12', band: 'A' },
    };
    expect(requestOf(product(inputs), values)).toEqual({
      purpose: 'employment-support',
      subject: { kind: 'PERSON', id: '341599199003071234' },
      parameters: { from: '2026-01', months: 12, band: 'A' },
    });
  });

  it('leaves out what was left empty, and the subject where the product has none', () => {
    const values = { ...VALUES, subject: '34', inputs: { months: ' ' } };
    expect(requestOf(product([field('months', 'INTEGER')], 'NONE'), values)).toEqual({
      purpose: 'employment-support',
      parameters: {},
    });
  });

  it('sends what does not read as its type unchanged, for the door to refuse', () => {
    const inputs = [field('from', 'MONTH'), field('months', 'INTEGER')];
    const values = { ...VALUES, inputs: { from: 'January', months: '1e3' } };
    expect(requestOf(product(inputs), values).parameters).toEqual({ from: 'January', months: '1e3' });
  });
});

it('idempotency keys are 128 random bits', () => {
  const keys = Array.from({ length: 100 }, newIdempotencyKey);
  expect(new Set(keys).size).toBe(100);
  keys.forEach((key) => expect(key).toMatch(/^[0-9a-f]{32}$/));
});
