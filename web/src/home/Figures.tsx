import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalogue, useInstallation, useMaySeeEntries, useProducts } from '../api/queries';
import { useToday } from '../evidence/useToday';
import { count, timeOf } from '../locales/format';
import { CountLink } from '../ui/CountLink';
import type { DrawerParameters } from '../ui/place';

/** Live counts; each opens to the rows it counts. */
export function Figures() {
  const { t } = useTranslation();
  const installation = useInstallation().data;
  const summary = useCatalogue().data?.summary;
  const products = useProducts().data;
  const live = products?.filter((product) => product.state === 'LIVE').length;
  const date = installation?.legalDate;
  const counted = useMaySeeEntries();
  const uses = useToday('use');
  const refusals = useToday('refusal');
  const today = date === undefined ? {} : { date };
  return (
    <section className="panel">
      <h2>
        {t('home.figures')}
        <small>{installation ? t('home.asOf', { at: timeOf(installation.machineTime) }) : null}</small>
      </h2>
      <div className="figures">
        <Figure
          to="/catalogue?state=TO_BE_COLLECTED"
          value={summary?.toBeCollected}
          unit={t('home.toBeCollected')}
          note={summary ? t('home.distinct', { count: summary.toBeCollectedDistinct }) : null}
        />
        <Figure
          to="/products?state=LIVE"
          value={live}
          unit={t('home.liveProducts')}
          note={products ? t('home.ofProducts', { count: products.length }) : null}
        />
        {counted ? (
          <>
            <Figure
              to={{ rows: 'use', ...today }}
              value={uses}
              unit={t('home.usesToday')}
              note={t('home.usesNote')}
            />
            <Figure
              to={{ rows: 'refusal', ...today }}
              value={refusals}
              unit={t('home.refusalsToday')}
              note={t('home.refusalsNote')}
            />
          </>
        ) : null}
      </div>
    </section>
  );
}

type FigureProps = {
  readonly to: DrawerParameters | string;
  readonly value: number | undefined;
  readonly unit: string;
  readonly note: ReactNode;
};

function Figure({ to, value, unit, note }: FigureProps) {
  return (
    <CountLink to={to} className="figure">
      <span className="figure-value">{value === undefined ? '\u2014' : count(value)}</span>
      <span>{unit}</span>
      <span className="small quiet">{note}</span>
    </CountLink>
  );
}
