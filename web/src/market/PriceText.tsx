import { useTranslation } from 'react-i18next';
import type { Product } from '../api/model';
import { Money } from '../ui/Money';

/** Free by category, a price per what is metered, or that none is set yet. */
export function PriceText({ product }: { readonly product: Pick<Product, 'category' | 'price'> }) {
  const { t } = useTranslation();
  const { category, price } = product;
  if (price) {
    return (
      <span className="nowrap">
        <Money fen={price.fen} />{' '}
        <span className="quiet small">
          {t(price.meter === 'DELIVERY' ? 'meter.DELIVERY' : 'meter.ANSWERED_CALL')}
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
