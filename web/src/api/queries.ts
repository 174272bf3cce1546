import { queryOptions, useQuery } from '@tanstack/react-query';
import { language } from '../locales/language';
import { useMay } from '../session/store';
import { client, done } from './client';
import type { EntryKind } from './model';

/** How often a page that shows live state asks again; hidden pages do not ask. */
const LIVE_MS = 5_000;

export type EntryFilter = {
  readonly kind?: EntryKind;
  readonly product?: string;
  readonly mandate?: string;
  readonly date?: string;
};

export const queries = {
  installation: () =>
    queryOptions({
      queryKey: ['installation'],
      queryFn: () => done(client.GET('/api/v1/installation')),
      refetchInterval: LIVE_MS,
    }),
  mandates: () =>
    queryOptions({
      queryKey: ['mandates'],
      queryFn: () => done(client.GET('/api/v1/mandates')),
      refetchInterval: LIVE_MS,
    }),
  catalogue: () =>
    queryOptions({ queryKey: ['catalogue'], queryFn: () => done(client.GET('/api/v1/catalogue-items')) }),
  products: () =>
    queryOptions({ queryKey: ['products'], queryFn: () => done(client.GET('/api/v1/products')) }),
  product: (code: string) =>
    queryOptions({
      queryKey: ['products', code],
      queryFn: () => done(client.GET('/api/v1/products/{code}', { params: { path: { code } } })),
      refetchInterval: LIVE_MS,
    }),
  /** One page of entries, newest first; pages count from 0. */
  entries: (filter: EntryFilter, page: number) =>
    queryOptions({
      queryKey: ['entries', filter, page, language()],
      queryFn: () => done(client.GET('/api/v1/entries', { params: { query: { ...filter, page } } })),
      refetchInterval: LIVE_MS,
    }),
  entryCounts: () =>
    queryOptions({
      queryKey: ['entries', 'counts'],
      queryFn: () => done(client.GET('/api/v1/entry-counts')),
      refetchInterval: LIVE_MS,
    }),
  suspensionPreview: (id: string) =>
    queryOptions({
      queryKey: ['mandates', id, 'suspension-preview'],
      queryFn: () =>
        done(client.GET('/api/v1/mandates/{id}/suspension-preview', { params: { path: { id } } })),
      gcTime: 0,
      staleTime: 0,
    }),
};

export const useInstallation = () => useQuery(queries.installation());
export const useMandates = () => useQuery(queries.mandates());
export const useCatalogue = () => useQuery(queries.catalogue());
/** Counts of uses and refusals; who may not see entries is not counted for, and does not ask. */
export const useEntryCounts = () => useQuery({ ...queries.entryCounts(), enabled: useMaySeeEntries() });
export const useMaySeeEntries = () => useMay('SEE_ENTRIES');
export const useProducts = () => useQuery(queries.products());
