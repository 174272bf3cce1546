import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { minute } from '../locales/format';
import { flatten, type Node, stopped } from '../mandate/standing';
import { useForest } from '../mandate/useForest';
import { useDrawerPlace } from '../ui/place';
import { Shape } from '../ui/Shape';
import { Zh } from '../ui/Zh';

/** Bands shown; further suspended links are counted in the last one and seen in the picture. */
const SHOWN = 2;

/** A full-width band per suspended link, the widest reach first: what, since when, on what ground, what it reaches, and where to go. */
export function StopBand() {
  const nodes = flatten(useForest().roots);
  const others = nodes.filter((other) => !stopped(other)).length;
  const bands = nodes
    .filter((node) => node.mandate.state === 'SUSPENDED')
    .sort((left, right) => flatten(right.children).length - flatten(left.children).length);
  return bands
    .slice(0, SHOWN)
    .map((node, at) => (
      <Band
        key={node.mandate.id}
        node={node}
        others={others}
        more={at === SHOWN - 1 ? bands.length - SHOWN : 0}
      />
    ));
}

type BandProps = { readonly node: Node; readonly others: number; readonly more: number };

function Band({ node, others, more }: BandProps) {
  const { t } = useTranslation();
  const place = useDrawerPlace();
  const { mandate } = node;
  const below = flatten(node.children).map((child) => child.mandate.kind);
  const reach = (['SCENARIO', 'GO_LIVE_APPROVAL', 'SUBSCRIPTION'] as const)
    .map((kind) => [kind, below.filter((other) => other === kind).length] as const)
    .filter(([, many]) => many > 0)
    .map(([kind, many]) => t(`mandate.tally.${kind}`, { count: many }));
  const { at, document } = mandate.since;
  const zh = <Zh>{null}</Zh>;
  return (
    <div className="band" role="status">
      <Shape tone="stop" />
      <p>
        <b>
          <Trans t={t} i18nKey="mandate.band" values={{ title: mandate.title }} components={{ zh }} />
        </b>{' '}
        {t('since', { at: minute(at) })}
        {document ? (
          <Trans
            t={t}
            i18nKey="mandate.bandGround"
            values={{ document: document.title, number: document.number }}
            components={{ zh }}
          />
        ) : null}
        {reach.length > 0 ? t('mandate.bandReach', { reach: reach.join(t('list.separator')) }) : null}
        {t('mandate.bandOthers', { count: others })}
        {more > 0 ? t('mandate.bandMore', { count: more }) : null}
      </p>
      <Link to={place({ link: mandate.id })}>{t('mandate.bandOpen')}</Link>
    </div>
  );
}
