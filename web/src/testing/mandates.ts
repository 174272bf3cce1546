import type { Mandate, MandateKind } from '../api/model';

/** A link in force with nothing special about it; tests change what they are about. */
export function link(
  id: string,
  kind: MandateKind,
  parent: string | null,
  change: Partial<Mandate> = {},
): Mandate {
  return {
    id,
    kind,
    title: id,
    parent,
    grantor: { id: 'bureau', name: 'bureau' },
    grantee: { id: 'operator', name: 'operator' },
    product: null,
    term: { from: '2026-01-01', lastDay: '2030-12-31', daysLeft: 1499, runningOut: false },
    state: 'IN_FORCE',
    since: { at: '2026-01-01T00:00:00Z', by: 'officer', reason: '', clause: 'R043', document: null },
    scope: { items: [], purposes: [], forms: ['API'], recipients: null, floor: null },
    quota: null,
    document: null,
    contractHash: 'c0'.repeat(32),
    used: 0,
    conditions: [],
    signatures: [],
    sealedIndex: 3,
    ...change,
  };
}
