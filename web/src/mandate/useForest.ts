import type { UseQueryResult } from '@tanstack/react-query';
import type { Mandate } from '../api/model';
import { useEntryCounts, useMandates } from '../api/queries';
import { forest, type Node } from './standing';

/** The chain as it stands, with the day's counts; the query says whether it has arrived. */
export function useForest(): { readonly query: UseQueryResult<Mandate[]>; readonly roots: Node[] } {
  const query = useMandates();
  const counts = useEntryCounts().data;
  return { query, roots: forest(query.data ?? [], counts) };
}
