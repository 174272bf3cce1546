import { useTranslation } from 'react-i18next';
import type { Seal } from '../api/model';
import { count } from '../locales/format';

/** "Sealed at index i", or that it is still on its way into the log. */
export function Sealed({ seal }: { readonly seal: Seal | null }) {
  const { t } = useTranslation();
  return seal ? (
    <span>{t('sealed.at', { log: seal.log, index: count(seal.index) })}</span>
  ) : (
    <span className="quiet">{t('sealed.pending')}</span>
  );
}
