import { useTranslation } from 'react-i18next';
import type { Coded, ProductDetail } from '../api/model';
import { useInstallation, useMaySeeEntries } from '../api/queries';
import { useToday } from '../evidence/useToday';
import { count, minute, useWords } from '../locales/format';
import { PriceText } from '../market/PriceText';
import { CountLink } from '../ui/CountLink';
import { Sealed } from '../ui/Sealed';
import { Zh } from '../ui/Zh';

type Props = { readonly product: ProductDetail; readonly purposes: readonly Coded[] };

export function ProductFacts({ product, purposes }: Props) {
  const { t } = useTranslation();
  const { text } = useWords();
  const version = product.active;
  const date = useInstallation().data?.legalDate;
  const counted = useMaySeeEntries();
  const today = date === undefined ? {} : { date };
  const uses = useToday('use', product.code) ?? 0;
  const refusals = useToday('refusal', product.code) ?? 0;
  return (
    <section className="panel">
      <h2>{t('product.facts')}</h2>
      <dl className="facts pad">
        <dt>{t('market.category')}</dt>
        <dd>{t(`category.${product.category}`)}</dd>
        <dt>{t('market.industry')}</dt>
        <dd>
          <Zh>{product.industry}</Zh>
        </dd>
        <dt>{t('market.forms')}</dt>
        <dd>{product.forms.map((form) => t(`delivery.${form}`)).join(t('list.separator'))}</dd>
        <dt>{t('market.subject')}</dt>
        <dd>{t(`subject.${product.subjectKind}`)}</dd>
        <dt>{t('market.price')}</dt>
        <dd>
          <PriceText product={product} />
        </dd>
        <dt>{t('product.purposes')}</dt>
        <dd>
          {purposes.length > 0 ? (
            purposes.map(text).join(t('list.separator'))
          ) : (
            <span className="quiet">{t('product.noPurposes')}</span>
          )}
        </dd>
        <dt>{t('product.version')}</dt>
        <dd>
          {version ? (
            <>
              {version.version} <span className="quiet">{minute(version.activatedAt)}</span>
              <br />
              <Sealed index={version.sealedIndex} />
            </>
          ) : (
            <span className="quiet">{t('product.noVersion')}</span>
          )}
        </dd>
        {counted ? (
          <>
            <dt>{t('product.today')}</dt>
            <dd>
              <CountLink to={{ rows: 'use', product: product.code, ...today }}>
                {t('mandate.uses', { count: uses, uses: count(uses) })}
              </CountLink>
              {' \u00b7 '}
              <CountLink to={{ rows: 'refusal', product: product.code, ...today }}>
                {t('mandate.refusals', { count: refusals, refusals: count(refusals) })}
              </CountLink>
            </dd>
          </>
        ) : null}
        {product.warnings.map((warning) => (
          <DoubtOf key={warning.id} id={warning.id} words={text(warning)} />
        ))}
      </dl>
    </section>
  );
}

function DoubtOf({ id, words }: { readonly id: string; readonly words: string }) {
  return (
    <>
      <dt>
        <span className="chip doubt">{id}</span>
      </dt>
      <dd>{words}</dd>
    </>
  );
}
