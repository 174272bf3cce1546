import type { CatalogueItem } from '../api/model';

/** The five protected interests, in the order of the regulation (R002). */
export const INTERESTS = [
  'stateSecret',
  'personalInformation',
  'tradeSecret',
  'confidentialBusiness',
  'publicSafety',
] as const;

export function raisedInterests(interests: CatalogueItem['interests']): (typeof INTERESTS)[number][] {
  return INTERESTS.filter((interest) => interests?.[interest]);
}
