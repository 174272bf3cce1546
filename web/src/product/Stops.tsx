import { Trans, useTranslation } from 'react-i18next';
import { isStopped, type Node } from '../mandate/standing';
import { useMandateWords } from '../mandate/words';
import { Shape } from '../ui/Shape';
import { Zh } from '../ui/Zh';

/** Why any call would be refused now, before anyone tries: the links of the chain out of force. */
export function Stops({ path }: { readonly path: readonly Node[] }) {
  const { t } = useTranslation();
  const words = useMandateWords();
  const links = path.filter((node) => isStopped(node.mandate));
  if (links.length === 0) {
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
    </section>
  );
}
