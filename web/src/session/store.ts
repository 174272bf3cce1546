import { useSyncExternalStore } from 'react';
import type { User } from '../api/model';

/** Who is signed in in this tab. Kept in memory, and in sessionStorage so that a reload does not sign out. */
export type Session = { readonly token: string; readonly user: User };
export type Ending = 'EXPIRED' | 'SIGNED_OUT';

const KEY = 'gongshu.session';
const listeners = new Set<() => void>();
let current: Session | null = restore();
let ending: Ending | null = null;

function restore(): Session | null {
  try {
    return JSON.parse(globalThis.sessionStorage?.getItem(KEY) ?? 'null') as Session | null;
  } catch {
    return null;
  }
}

function change(next: Session | null, why: Ending | null): void {
  current = next;
  ending = why;
  if (next) {
    sessionStorage.setItem(KEY, JSON.stringify(next));
  } else {
    sessionStorage.removeItem(KEY);
  }
  listeners.forEach((listener) => listener());
}

export function session(): Session | null {
  return current;
}

export function beginSession(next: Session): void {
  change(next, null);
}

/** Ends the session here; the server is told by the caller when it still holds it. */
export function endSession(why: Ending): void {
  if (current) {
    change(null, why);
  }
}

/** Tells a listener of every sign-in and sign-out of this tab; gives what takes it off again. */
export function whenSessionChanges(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSession(): Session | null {
  return useSyncExternalStore(whenSessionChanges, session);
}

/** Why the last session of this tab ended, for the sign-in page to say. */
export function useEnding(): Ending | null {
  return useSyncExternalStore(whenSessionChanges, () => ending);
}

/** Whether this session holds an operation of the permission table. */
export function useMay(operation: string): boolean {
  return useSession()?.user.operations.includes(operation) ?? false;
}
