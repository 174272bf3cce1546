/** One way of filtering a register: a name that stands in the address and the values a row has under it. */
export type Facet<T> = { readonly name: string; readonly values: (row: T) => readonly string[] };

/** What is ticked, facet by facet. */
export type Ticks = ReadonlyMap<string, ReadonlySet<string>>;

/** Rows that have, under every facet with ticks, at least one ticked value. */
export function ticked<T>(rows: readonly T[], facets: readonly Facet<T>[], ticks: Ticks): T[] {
  const asked = facets.filter((facet) => (ticks.get(facet.name)?.size ?? 0) > 0);
  return rows.filter((row) =>
    asked.every((facet) => facet.values(row).some((value) => ticks.get(facet.name)?.has(value))),
  );
}

/** How many rows a tick would show: counted among the rows that the other facets leave. */
export function countsUnder<T>(
  rows: readonly T[],
  facets: readonly Facet<T>[],
  ticks: Ticks,
  facet: Facet<T>,
): Map<string, number> {
  const others = facets.filter((other) => other.name !== facet.name);
  const counts = new Map<string, number>();
  for (const row of ticked(rows, others, ticks)) {
    for (const value of new Set(facet.values(row))) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return counts;
}

/** The ticks that an address carries; names that are no facet are left alone. */
export function ticksIn<T>(parameters: URLSearchParams, facets: readonly Facet<T>[]): Ticks {
  return new Map(facets.map((facet) => [facet.name, new Set(parameters.getAll(facet.name))]));
}

/** The address with one value ticked, or unticked where it was. */
export function toggled(parameters: URLSearchParams, name: string, value: string): URLSearchParams {
  const present = parameters.getAll(name);
  const next = new URLSearchParams(parameters);
  next.delete(name);
  const kept = present.includes(value) ? present.filter((other) => other !== value) : [...present, value];
  kept.forEach((other) => next.append(name, other));
  return next;
}
