import { useTranslation } from 'react-i18next';
import { count } from '../locales/format';

/** "Sealed at index i", or that it is still on its way into the log. */
export function Sealed({ index }: { readonly index: number | null }) {
  const { t } = useTranslation();
  return index === null ? (
    <span className="quiet">{t('sealed.pending')}</span>
  ) : (
    <span>{t('sealed.at', { index: count(index) })}</span>
  );
}
