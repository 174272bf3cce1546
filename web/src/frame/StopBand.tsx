import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMandates } from '../api/queries';
import { instant } from '../locales/format';
import { flatten, forest, type Node, stopped } from '../mandate/standing';
import { useDrawerPlace } from '../ui/place';
import { Shape } from '../ui/Shape';

/** A full-width band per suspended link: what, since when, on what ground, what it reaches, and where to go. */
export function StopBand() {
  const mandates = useMandates();
  const nodes = flatten(forest(mandates.data ?? []));
  return nodes
    .filter((node) => node.mandate.state === 'SUSPENDED')
    .map((node) => (
      <Band key={node.mandate.id} node={node} others={nodes.filter((other) => !stopped(other)).length} />
    ));
}

function Band({ node, others }: { readonly node: Node; readonly others: number }) {
  const { t } = useTranslation();
  const place = useDrawerPlace();
  const { mandate } = node;
  const below = flatten(node.children).map((child) => child.mandate.kind);
  const reach = (['SCENARIO', 'GO_LIVE_APPROVAL', 'SUBSCRIPTION'] as const)
    .map((kind) => [kind, below.filter((other) => other === kind).length] as const)
    .filter(([, many]) => many > 0)
    .map(([kind, many]) => t(`mandate.tally.${kind}`, { count: many }));
  const ground = mandate.suspension;
  return (
    <div className="band" role="status">
      <Shape tone="stop" />
      <p>
        <b>{t('mandate.band', { title: mandate.title })}</b>{' '}
        {t('since', { at: instant(ground?.since ?? mandate.since) })}
        {ground
          ? t('mandate.bandGround', { document: ground.document.title, number: ground.document.number })
          : null}
        {reach.length > 0 ? t('mandate.bandReach', { reach: reach.join(t('list.separator')) }) : null}
        {t('mandate.bandOthers', { count: others })}
      </p>
      <Link to={place({ link: mandate.id })}>{t('mandate.bandOpen')}</Link>
    </div>
  );
}
