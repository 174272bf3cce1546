/**
 * Canonical JSON (RFC 8785) as the server writes it before it hashes or signs: member names sorted by UTF-16 code
 * units, no white space, whole numbers within 2^53 - 1 only.
 *
 * @throws RangeError on a fraction, an unsafe number, a lone surrogate or anything that is not JSON
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') {
    return String(value);
  }
  if (typeof value === 'number') {
    return wholeNumber(value);
  }
  if (typeof value === 'string') {
    return text(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map(canonicalJson).join(',')}]`;
  }
  if (typeof value === 'object') {
    const members = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
    return `{${members.map(([name, member]) => `${text(name)}:${canonicalJson(member)}`).join(',')}}`;
  }
  throw new RangeError(`${typeof value} has no canonical form`);
}

function wholeNumber(value: number): string {
  if (!Number.isSafeInteger(value)) {
    throw new RangeError('only whole numbers within 2^53 - 1 have a canonical form');
  }
  return Object.is(value, -0) ? '0' : String(value);
}

function text(value: string): string {
  if (/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(value)) {
    throw new RangeError('a lone surrogate has no canonical form');
  }
  return JSON.stringify(value);
}
