import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDrawerPlace } from '../ui/place';
import { Shape } from '../ui/Shape';
import './ChainLine.css';
import { type Node, TONES } from './standing';
import { useMandateWords } from './words';

/** The way from the scheme down to one link in one line, with what is not in force marked. */
export function ChainLine({ path, here }: { readonly path: readonly Node[]; readonly here?: string }) {
  const { t } = useTranslation();
  const words = useMandateWords();
  const place = useDrawerPlace();
  return (
    <nav aria-label={t('mandate.chain')}>
      <ol className="chain-line">
        {path.map((node) => (
          <li key={node.mandate.id} className={`standing-${node.standing.toLowerCase()}`}>
            <Link
              to={place({ link: node.mandate.id })}
              aria-current={node.mandate.id === here ? 'true' : undefined}
            >
              <Shape tone={TONES[node.standing]} />
              <span className="quiet chain-kind">{words.kind(node)}</span>
              <span lang="zh-CN" title={node.mandate.title}>
                {node.mandate.kind === 'GO_LIVE_APPROVAL' ? node.mandate.product?.code : node.mandate.title}
              </span>
              {node.standing === 'IN_FORCE' ? null : (
                <b>{node.standing === 'RUNNING_OUT' ? words.left(node) : words.state(node)}</b>
              )}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
