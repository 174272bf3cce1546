import { describe, expect, it } from 'vitest';
import { countsUnder, type Facet, ticked, ticksIn, toggled } from './facets';

type Row = { id: number; state: string; doubts: string[] };
const ROWS: Row[] = [
  { id: 1, state: 'A', doubts: [] },
  { id: 2, state: 'A', doubts: ['Q01', 'Q02'] },
  { id: 3, state: 'B', doubts: ['Q01'] },
  { id: 4, state: 'B', doubts: [] },
];
const STATE: Facet<Row> = { name: 'state', values: (row) => [row.state] };
const DOUBT: Facet<Row> = { name: 'doubt', values: (row) => row.doubts };
const FACETS = [STATE, DOUBT];
const ticks = (address: string) => ticksIn(new URLSearchParams(address), FACETS);
const ids = (rows: Row[]) => rows.map((row) => row.id);

describe('the filters of a register', () => {
  it('show everything while nothing is ticked', () => {
    expect(ids(ticked(ROWS, FACETS, ticks('')))).toEqual([1, 2, 3, 4]);
  });

  it('widen within a facet and narrow across facets', () => {
    expect(ids(ticked(ROWS, FACETS, ticks('state=A&state=B&doubt=Q01')))).toEqual([2, 3]);
    expect(ids(ticked(ROWS, FACETS, ticks('state=A&doubt=Q01')))).toEqual([2]);
  });

  it('show nothing for a value that no row has', () => {
    expect(ticked(ROWS, FACETS, ticks('state=C'))).toEqual([]);
  });

  it('count what a further tick would show, not what its own facet already hides', () => {
    const counts = countsUnder(ROWS, FACETS, ticks('state=A'), STATE);
    expect(Object.fromEntries(counts)).toEqual({ A: 2, B: 2 });
    expect(Object.fromEntries(countsUnder(ROWS, FACETS, ticks('state=A'), DOUBT))).toEqual({
      Q01: 1,
      Q02: 1,
    });
  });

  it('tick and untick in the address without touching the rest of it', () => {
    const once = toggled(new URLSearchParams('item=C07-01&state=A'), 'state', 'B');
    expect(once.toString()).toBe('item=C07-01&state=A&state=B');
    expect(toggled(once, 'state', 'A').toString()).toBe('item=C07-01&state=B');
  });
});
