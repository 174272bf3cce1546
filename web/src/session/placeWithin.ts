/** Only places of this application: anything else that an address might carry leads home. */
export function placeWithin(wanted: string | null): string {
  return wanted !== null && /^\/(?![/\\])/.test(wanted) && !wanted.startsWith('/sign-in') ? wanted : '/';
}
