import { useTranslation } from 'react-i18next';
import type { Product } from '../api/model';
import { Money } from '../ui/Money';

type Props = { readonly product: Pick<Product, 'category' | 'price'>; readonly brief?: boolean };

/** Free by category, a price per what is metered, or that none is set yet. */
export function PriceText({ product, brief = false }: Props) {
  const { t } = useTranslation();
  const { category, price } = product;
  if (price) {
    return (
      <span className="nowrap">
        <Money fen={price.fen} />{' '}
        <span className="quiet small">
          {brief ? t(`meter.brief.${price.meter}`) : t(`meter.${price.meter}`)}
        </span>
      </span>
    );
  }
  return category === 'PUBLIC_GOOD' ? (
    <span>{t('market.free')}</span>
  ) : (
    <span className="quiet">{t('market.noPrice')}</span>
  );
}
