import { useTranslation } from 'react-i18next';
import type { ProductDetail } from '../api/model';
import { minute, useWords } from '../locales/format';
import { Shape } from '../ui/Shape';

/** Why any call would be refused now, before anyone tries. */
export function Stops({ stops }: { readonly stops: ProductDetail['stops'] }) {
  const { t } = useTranslation();
  const { text } = useWords();
  if (stops.length === 0) {
    return null;
  }
  return (
    <section className="stops" aria-label={t('product.stops')}>
      {stops.map((stop) => (
        <p key={stop.code + stop.zh}>
          <Shape tone="stop" /> <b>{t('product.stoppedNow')}</b> {text(stop)}{' '}
          {stop.since ? <span className="small">{t('since', { at: minute(stop.since) })}</span> : null}{' '}
          {stop.clause ? <span className="chip">{t('clause', { id: stop.clause })}</span> : null}
        </p>
      ))}
    </section>
  );
}
