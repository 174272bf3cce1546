import createClient, { type Middleware } from 'openapi-fetch';
import { language } from '../locales/language';
import { endSession, session } from '../session/store';
import type { paths } from './generated';
import { problemOf, RefusedError } from './refused';

const SESSION = '/api/v1/session';

const asThisSession: Middleware = {
  onRequest({ request }) {
    const token = session()?.token;
    // The product door takes an API key; a request that brings one keeps it.
    if (token && !request.headers.has('Authorization')) {
      request.headers.set('Authorization', `Bearer ${token}`);
    }
    request.headers.set('Accept-Language', language());
    return request;
  },
  onResponse({ request, response }) {
    const signingIn = request.method === 'POST' && new URL(request.url).pathname === SESSION;
    const door = new URL(request.url).pathname.startsWith('/open/');
    if (response.status === 401 && !signingIn && !door) {
      endSession('EXPIRED');
    }
  },
};

export const client = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? '',
  fetch: (request) => globalThis.fetch(request),
});
client.use(asThisSession);

type Answer<T> = { readonly data?: T; readonly error?: unknown; readonly response: Response };

/**
 * The body of a successful answer.
 *
 * @throws RefusedError with the problem the server gave
 */
export async function done<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) {
    throw new RefusedError(problemOf(error, response.status));
  }
  return data as T;
}
