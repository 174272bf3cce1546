import { client, done } from '../api/client';
import type { Field, ProductDetail, UseAnswer, UseRequest } from '../api/model';

/** What the console's form holds; every input as typed. */
export type CallValues = {
  readonly key: string;
  readonly idempotencyKey: string;
  readonly purpose: string;
  readonly subject?: string;
  readonly inputs?: Readonly<Record<string, string | undefined>>;
};

/** One use of a product through the door, with the caller's API key. */
export function call(product: ProductDetail, values: CallValues): Promise<UseAnswer> {
  return done(
    client.POST('/open/v1/products/{code}', {
      params: {
        path: { code: product.code },
        header: { Authorization: `Bearer ${values.key.trim()}`, 'Idempotency-Key': values.idempotencyKey },
      },
      body: requestOf(product, values),
    }),
  );
}

/** The body of a use; inputs left empty are not sent. */
export function requestOf(product: ProductDetail, values: CallValues): UseRequest {
  const parameters: Record<string, unknown> = {};
  for (const field of product.active?.inputs ?? []) {
    const typed = typedValue(field, values.inputs?.[field.code]);
    if (typed !== undefined) {
      parameters[field.code] = typed;
    }
  }
  const { subjectKind } = product;
  const subject = values.subject?.trim();
  return {
    purpose: values.purpose,
    ...(subjectKind === 'NONE' || !subject ? {} : { subject: { kind: subjectKind, id: subject } }),
    parameters,
  };
}

function typedValue(field: Field, entered: string | undefined): unknown {
  const text = entered?.trim() ?? '';
  if (text === '') {
    return undefined;
  }
  // What does not read as its type goes as typed: the door says what is wrong with it.
  return field.type === 'INTEGER' && /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}

/** A fresh idempotency key: 128 random bits, also where the page is not a secure context. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
