import { useTranslation } from 'react-i18next';
import type { Product } from '../api/model';
import { CountLink } from '../ui/CountLink';

/** What keeps a product from being built: items to be collected, which open, and data that no unit of annex 1 has. */
export function Blocks({ product }: { readonly product: Product }) {
  const { t } = useTranslation();
  const waiting = product.needs.filter((need) => need.state === 'TO_BE_COLLECTED');
  const missing = product.needs.filter((need) => need.state === 'MISSING');
  if (waiting.length === 0 && missing.length === 0) {
    return <span className="quiet">{t('market.nothingBlocks')}</span>;
  }
  return (
    <>
      {waiting.length > 0 ? <span className="quiet">{t('market.waitsFor')} </span> : null}
      {waiting.map((need, at) => (
        <span key={need.name}>
          {at > 0 ? t('list.separator') : null}
          {need.item ? (
            <CountLink to={{ item: need.item }} className="nowrap">
              <span lang="zh-CN">{need.name}</span>
            </CountLink>
          ) : (
            <span lang="zh-CN">{need.name}</span>
          )}
        </span>
      ))}
      {waiting.length > 0 && missing.length > 0 ? t('list.stop') : null}
      {missing.length > 0 ? (
        <>
          <span className="tone-stop">{t('market.missing')}</span>{' '}
          <span lang="zh-CN">{missing.map((need) => need.name).join('\u3001')}</span>
        </>
      ) : null}
    </>
  );
}
