import { useQuery } from '@tanstack/react-query';
import { type EntryFilter, queries } from '../api/queries';

/** How many entries a filter has: the number of rows it opens to, one source and no second sum. */
export function useTotal(filter: EntryFilter): number | undefined {
  return useQuery(queries.entries(filter, 1, 1)).data?.total;
}
