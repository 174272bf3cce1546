import { useTranslation } from 'react-i18next';
import type { ProductDetail } from '../api/model';
import { useInstallation } from '../api/queries';
import { useTotal } from '../evidence/useTotal';
import { count, instant, useWords } from '../locales/format';
import { PriceText } from '../market/PriceText';
import { CountLink } from '../ui/CountLink';
import { Sealed } from '../ui/Sealed';
import { Zh } from '../ui/Zh';

export function ProductFacts({ product }: { readonly product: ProductDetail }) {
  const { t } = useTranslation();
  const { text } = useWords();
  const [version] = product.versions;
  const date = useInstallation().data?.legalDate;
  const today = date === undefined ? {} : { date };
  const uses = useTotal({ kind: 'USE', product: product.code, ...today }) ?? 0;
  const refusals = useTotal({ kind: 'REFUSAL', product: product.code, ...today }) ?? 0;
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
          {product.purposes.length > 0 ? (
            product.purposes.map(text).join(t('list.separator'))
          ) : (
            <span className="quiet">{t('product.noPurposes')}</span>
          )}
        </dd>
        <dt>{t('product.version')}</dt>
        <dd>
          {version ? (
            <>
              {version.version} <span className="quiet">{instant(version.at)}</span>
              <br />
              <Sealed seal={version.seal} />
            </>
          ) : (
            <span className="quiet">{t('product.noVersion')}</span>
          )}
        </dd>
        <dt>{t('product.today')}</dt>
        <dd>
          <CountLink to={{ rows: 'USE', product: product.code, ...today }}>
            {t('mandate.uses', { count: uses, uses: count(uses) })}
          </CountLink>
          {' \u00b7 '}
          <CountLink to={{ rows: 'REFUSAL', product: product.code, ...today }}>
            {t('mandate.refusals', { count: refusals, refusals: count(refusals) })}
          </CountLink>
        </dd>
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
