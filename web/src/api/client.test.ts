// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { beginSession, endSession, session } from '../session/store';
import { json, problem, serverAnswering } from '../testing/server';
import { client, done } from './client';
import { problemIn } from './refused';

const USER = {
  name: 'li',
  display: 'Li',
  organisation: { id: 'agency', name: 'A' },
  roles: [],
  operations: [],
  grantedThrough: '2026-12-31',
};
const PRODUCT = '/open/v1/products/{code}';
const CALL = {
  params: { path: { code: 'P37' }, header: { Authorization: 'Bearer gk_1', 'Idempotency-Key': 'k' } },
  body: { purpose: 'employment-support', parameters: {} },
} as const;

afterEach(() => {
  endSession('SIGNED_OUT');
  vi.unstubAllGlobals();
});

describe('the client', () => {
  it('sends the session token and the language, and at the product door the API key instead', async () => {
    beginSession({ token: 't1', user: USER });
    const asked = serverAnswering({
      'GET /api/v1/products': () => json([]),
      'POST /open/v1/products/P37': () => json({}),
    });
    await done(client.GET('/api/v1/products'));
    await done(client.POST(PRODUCT, CALL));
    expect(asked.map((one) => one.headers.get('Authorization'))).toEqual(['Bearer t1', 'Bearer gk_1']);
    expect(asked[0]?.headers.get('Accept-Language')).toBe('zh-CN');
  });

  it('ends the session when the server no longer knows it, but not for a wrong API key or password', async () => {
    serverAnswering({
      'GET /api/v1/products': () => problem(401, 'SESSION_EXPIRED'),
      'POST /open/v1/products/P37': () => problem(401, 'KEY_UNKNOWN'),
      'POST /api/v1/session': () => problem(401, 'SIGN_IN_WRONG'),
    });
    beginSession({ token: 't1', user: USER });
    await expect(done(client.POST(PRODUCT, CALL))).rejects.toMatchObject({
      problem: { code: 'KEY_UNKNOWN' },
    });
    await expect(
      done(client.POST('/api/v1/session', { body: { user: 'li', password: 'x' } })),
    ).rejects.toThrow();
    expect(session()?.token).toBe('t1');
    await expect(done(client.GET('/api/v1/products'))).rejects.toThrow();
    expect(session()).toBeNull();
    expect(sessionStorage.length).toBe(0);
  });

  it('passes on every part of a refusal', async () => {
    const members = { clause: 'I01', fix: 'ask', mender: 'SUBJECT', traceId: '7F3K' };
    serverAnswering({ 'GET /api/v1/products': () => problem(403, 'CONSENT_MISSING', members) });
    await expect(done(client.GET('/api/v1/products'))).rejects.toMatchObject({
      problem: { code: 'CONSENT_MISSING', status: 403, ...members },
    });
  });

  it('says so when a proxy answers with its own page, or nobody answers', async () => {
    serverAnswering({
      'GET /api/v1/products': () => new Response('<html>Bad gateway</html>', { status: 502 }),
    });
    const proxied = await done(client.GET('/api/v1/products')).catch(problemIn);
    expect(proxied).toMatchObject({ code: 'UNREADABLE', status: 502 });
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    const cut = await done(client.GET('/api/v1/products')).catch(problemIn);
    expect(cut).toMatchObject({ code: 'UNREACHABLE' });
  });
});
