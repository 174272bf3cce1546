import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CatalogueItem } from '../api/model';
import { useInstallation } from '../api/queries';
import { count, size } from '../locales/format';
import { Freshness } from '../ui/Freshness';
import { LevelBadge } from '../ui/LevelBadge';
import { Sealed } from '../ui/Sealed';
import { StateTag } from '../ui/StateTag';
import { Zh } from '../ui/Zh';

export function ItemFacts({ item }: { readonly item: CatalogueItem }) {
  const { t } = useTranslation();
  const { published, collectionState } = item;
  return (
    <dl className="facts">
      <Fact name={t('catalogue.providers')}>
        <Zh>{item.providers.map((provider) => provider.name).join('\u3001')}</Zh>
      </Fact>
      <Fact name={t('catalogue.annexLine')}>
        {t('catalogue.annexUnit', { no: item.unit.no })} <Zh>{item.unit.name}</Zh>
      </Fact>
      <Fact name={t('catalogue.collection')}>
        <StateTag
          tone={collectionState === 'COLLECTED' ? 'ok' : 'warn'}
          word={t(`collection.${collectionState}`)}
        />
      </Fact>
      <Fact name={t('catalogue.publication')}>
        {published ? (
          <>
            {published.date} {t('catalogue.batch')} <Zh>{published.batch}</Zh>
          </>
        ) : (
          <span className="quiet">{t('catalogue.unpublished')}</span>
        )}
      </Fact>
      <Fact name={t('catalogue.level')}>
        <LevelBadge level={item.level} />{' '}
        {item.level ? <span className="quiet small">{t('catalogue.strictest')}</span> : null}
      </Fact>
      <Fact name={t('catalogue.frequency')}>
        {item.updateFrequency ? t(`frequency.${item.updateFrequency}`) : t('none')}
      </Fact>
      <Fact name={t('catalogue.quality')}>
        {item.qualityPromise ? (
          <Zh>{item.qualityPromise}</Zh>
        ) : (
          <span className="quiet">{t('catalogue.noQuality')}</span>
        )}
      </Fact>
      <Storage item={item} />
      <Fact name={t('sealed.label')}>
        <Sealed index={item.seal?.index ?? null} />
      </Fact>
    </dl>
  );
}

/** Where the rows lie: table, snapshot, rows, bytes, last load; or that the item is not bound to any. */
function Storage({ item }: { readonly item: CatalogueItem }) {
  const { t } = useTranslation();
  const now = useInstallation().data?.machineTime;
  const { storage } = item;
  if (!storage) {
    return (
      <Fact name={t('catalogue.stored')}>
        <span className="quiet">{t('catalogue.notBound')}</span>
      </Fact>
    );
  }
  return (
    <>
      <Fact name={t('catalogue.stored')}>
        <span className="mono">{storage.table}</span>
        <br />
        {t('catalogue.storedRows', { rows: count(storage.rows), bytes: size(storage.bytes) })}
      </Fact>
      <Fact name={t('catalogue.snapshot')}>
        <span className="mono">{storage.snapshot}</span>
      </Fact>
      <Fact name={t('catalogue.loaded')}>
        {now ? <Freshness loadedAt={storage.loadedAt} frequency={item.updateFrequency} now={now} /> : null}
      </Fact>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
