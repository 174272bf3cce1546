import type { Problem } from './model';

/** What the server answered instead of a result, or that no answer could be had; carries everything a reader is told. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';

  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/** Codes of our own, for when there is no problem document: words for them stand in the locale files. */
export const UNREACHABLE = 'UNREACHABLE';
export const UNREADABLE = 'UNREADABLE';

/** The problem in an error body; a body that is no problem document (a proxy's page, say) is said to be unreadable. */
export function problemOf(body: unknown, status: number): Problem {
  const candidate = typeof body === 'object' && body !== null ? (body as Partial<Problem>) : {};
  const { code, title } = candidate;
  if (typeof code === 'string' && typeof title === 'string') {
    return { ...candidate, status: candidate.status ?? status, code, title };
  }
  return { title: UNREADABLE, status, code: UNREADABLE };
}

export function problemIn(error: unknown): Problem {
  if (error instanceof RefusedError) {
    return error.problem;
  }
  // fetch rejects with a TypeError when no connection is made or it is cut.
  return { title: UNREACHABLE, status: 0, code: error instanceof TypeError ? UNREACHABLE : UNREADABLE };
}
