import { Trans, useTranslation } from 'react-i18next';
import { useMaySeeEntries } from '../api/queries';
import { Chain, ChainLegend } from '../mandate/Chain';
import { flatten, type Node, stopped } from '../mandate/standing';
import { useForest } from '../mandate/useForest';
import { useSession } from '../session/store';
import { CountLink } from '../ui/CountLink';
import { Loaded } from '../ui/Loaded';
import { Zh } from '../ui/Zh';
import { Figures } from './Figures';
import './home.css';
import { LatestEntries } from './LatestEntries';

/** The chain of mandate of the city: what is in force, what is stopped, what was used today. */
export default function HomePage() {
  const { t } = useTranslation();
  const { query, roots } = useForest();
  const maySeeEntries = useMaySeeEntries();
  return (
    <>
      <Loaded query={query}>
        {() => (
          <>
            <div className="page-head">
              <div>
                <h1>{t('home.title')}</h1>
                <Answer roots={roots} />
              </div>
            </div>
            <section className="panel">
              {roots.length > 0 ? <Chain roots={roots} /> : <p className="pad quiet">{t('home.noChain')}</p>}
              <ChainLegend />
            </section>
          </>
        )}
      </Loaded>
      <div className="home-below">
        {maySeeEntries ? <LatestEntries /> : null}
        <Figures />
      </div>
    </>
  );
}

/** The one sentence: whether the chain holds, and where it does not. */
function Answer({ roots }: { readonly roots: readonly Node[] }) {
  const { t } = useTranslation();
  const name = useSession()?.user.display ?? '';
  const nodes = flatten(roots);
  const cuts = nodes.filter((node) => node.standing === 'STOPPED');
  const held = nodes.filter((node) => stopped(node) && node.standing !== 'STOPPED').length;
  const running = nodes.filter((node) => node.standing === 'RUNNING_OUT');
  const inForce = nodes.filter((node) => node.standing === 'IN_FORCE').length + running.length;
  const [cut] = cuts;
  const [soonest] = [...running].sort((a, b) => a.mandate.term.daysLeft - b.mandate.term.daysLeft);
  return (
    <p className="lede">
      <Trans t={t} i18nKey="home.greeting" values={{ name }} components={{ zh: <Zh>{null}</Zh> }} />
      {nodes.length === 0 ? t('home.empty') : null}
      {nodes.length > 0 && !cut ? t('home.allInForce', { count: inForce, all: nodes.length }) : null}
      {cut ? (
        <Trans
          t={t}
          i18nKey="home.cut"
          values={{ count: cuts.length, held, inForce }}
          components={{ rows: <CountLink to={{ link: cut.mandate.id }} /> }}
        />
      ) : null}
      {soonest ? (
        <Trans
          t={t}
          i18nKey="home.soonest"
          values={{ title: soonest.mandate.title, count: soonest.mandate.term.daysLeft }}
          components={{ rows: <CountLink to={{ link: soonest.mandate.id }} />, zh: <Zh>{null}</Zh> }}
        />
      ) : null}
    </p>
  );
}
