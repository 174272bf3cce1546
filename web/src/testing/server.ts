import { vi } from 'vitest';

export type Asked = {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: unknown;
};

/** Stands where the network stands: answers by "METHOD path", remembers what was asked. */
export function serverAnswering(answers: Readonly<Record<string, (asked: Asked) => Response>>): Asked[] {
  const all: Asked[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const text = await request.text();
    const asked = {
      method: request.method,
      path: new URL(request.url).pathname,
      headers: request.headers,
      body: text === '' ? null : (JSON.parse(text) as unknown),
    };
    all.push(asked);
    return answers[`${asked.method} ${asked.path}`]?.(asked) ?? problem(404, 'NOT_FOUND');
  });
  return all;
}

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
}

export function problem(status: number, code: string, members: object = {}): Response {
  return new Response(JSON.stringify({ status, code, title: `title of ${code}`, ...members }), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });
}
