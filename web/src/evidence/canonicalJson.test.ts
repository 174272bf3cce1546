import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonicalJson';

describe('canonical JSON', () => {
  it('sorts members by UTF-16 code units and writes no white space', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
    expect(canonicalJson(value)).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
    );
  });

  it('escapes as RFC 8785 says', () => {
    expect(canonicalJson('\u20ac$\u000f\nA\'B"\\\\"/')).toBe('"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"');
  });

  it('keeps the order of lists and the difference of null and false', () => {
    expect(canonicalJson([3, 1, null, false, [], {}, -0])).toBe('[3,1,null,false,[],{},0]');
  });

  it('refuses fractions, unsafe numbers, lone surrogates and what is not JSON', () => {
    for (const value of [
      1.5,
      NaN,
      Infinity,
      2 ** 53,
      '\ud800',
      { '\udc00': 1 },
      undefined,
      [undefined],
      1n,
      () => 0,
    ]) {
      expect(() => canonicalJson(value)).toThrow(RangeError);
    }
  });
});
