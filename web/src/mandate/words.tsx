import { useTranslation } from 'react-i18next';
import { count, minute } from '../locales/format';
import { Zh } from '../ui/Zh';
import type { Node } from './standing';

/** How the standing of a link is said, the same in the picture, in lines and in drawers. */
export function useMandateWords() {
  const { t } = useTranslation();

  function state({ mandate, standing }: Node): string {
    switch (standing) {
      case 'IN_FORCE':
      case 'RUNNING_OUT':
        return t('mandate.state.IN_FORCE');
      case 'STOPPED_ABOVE':
        return t('mandate.stoppedAbove');
      case 'STOPPED':
      case 'WAITING':
        return mandate.state === 'IN_FORCE' ? t('mandate.waitsAbove') : t(`mandate.state.${mandate.state}`);
    }
  }

  return {
    state,
    kind: ({ mandate }: Node) => t(`mandate.kind.${mandate.kind}`),
    left: ({ mandate }: Node) =>
      t('mandate.daysLeft', { count: mandate.term.daysLeft, days: count(mandate.term.daysLeft) }),
    counts: (nodes: readonly Node[]) => {
      const uses = nodes.reduce((sum, node) => sum + node.uses, 0);
      const refusals = nodes.reduce((sum, node) => sum + node.refusals, 0);
      const words = t('mandate.uses', { count: uses, uses: count(uses) });
      return refusals === 0
        ? words
        : `${words} \u00b7 ${t('mandate.refusals', { count: refusals, refusals: count(refusals) })}`;
    },
    /** Since when, by whom, under which clause. */
    since: ({ mandate: { since } }: Node) => (
      <>
        {t('since', { at: minute(since.at) })} {'\u00b7'} <Zh>{since.by}</Zh>
        {since.clause ? ` \u00b7 ${t('clause', { id: since.clause })}` : null}
      </>
    ),
  };
}
