import { Trans, useTranslation } from 'react-i18next';
import type { ProductDetail } from '../api/model';
import { minute, useWords } from '../locales/format';
import { isStopped, type Node } from '../mandate/standing';
import { useMandateWords } from '../mandate/words';
import { Shape } from '../ui/Shape';
import { Zh } from '../ui/Zh';

type Props = { readonly stops: NonNullable<ProductDetail['stops']>; readonly path: readonly Node[] };

/** Why any call would be refused now, before anyone tries: links of the chain out of force, and what the server knows. */
export function Stops({ stops, path }: Props) {
  const { t } = useTranslation();
  const { text } = useWords();
  const words = useMandateWords();
  const links = path.filter((node) => isStopped(node.mandate));
  if (stops.length + links.length === 0) {
    return null;
  }
  return (
    <section className="stops" aria-label={t('product.stops')}>
      {links.map((node) => (
        <p key={node.mandate.id}>
          <Shape tone="stop" /> <b>{t('product.stoppedNow')}</b>{' '}
          <Trans
            t={t}
            i18nKey="product.stoppedLink"
            values={{ title: node.mandate.title, state: words.state(node) }}
            components={{ zh: <Zh>{null}</Zh> }}
          />{' '}
          <span className="small">{words.since(node)}</span>
        </p>
      ))}
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
