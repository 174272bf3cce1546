import { useLocation, useSearchParams } from 'react-router';

/** The drawers any page can open; each stands in the address, so that it can be sent on and closed by going back. */
export type DrawerParameters = {
  readonly link?: string;
  readonly item?: string;
  readonly rows?: 'use' | 'refusal' | 'all';
  readonly product?: string;
  readonly mandate?: string;
  readonly date?: string;
};

const NAMES = ['link', 'item', 'rows', 'product', 'mandate', 'date'] as const;

/** The present address with its drawer replaced by another one, or by none. */
export function useDrawerPlace(): (drawer: DrawerParameters) => { pathname: string; search: string } {
  const { pathname } = useLocation();
  const [present] = useSearchParams();
  return (drawer) => {
    const next = new URLSearchParams(present);
    NAMES.forEach((name) => next.delete(name));
    Object.entries(drawer).forEach(([name, value]) => next.set(name, value));
    return { pathname, search: next.toString() };
  };
}
