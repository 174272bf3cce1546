import type { EntryKind } from '../api/model';
import { useEntryCounts } from '../api/queries';

/** Uses or refusals of the legal day, of one product or of all; undefined while not known. */
export function useToday(kind: EntryKind, product?: string): number | undefined {
  return useEntryCounts()
    .data?.filter((count) => count.kind === kind && (product === undefined || count.product === product))
    .reduce((sum, count) => sum + count.today, 0);
}
