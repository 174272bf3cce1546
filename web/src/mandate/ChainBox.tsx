import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMaySeeEntries } from '../api/queries';
import { useDrawerPlace } from '../ui/place';
import { Shape } from '../ui/Shape';
import type { Box } from './layout';
import { stopped, TONES } from './standing';
import { useMandateWords } from './words';

/** Boxes of this height have room for a title of two lines. */
const TALL = 80;

type Props = { readonly box: Box; readonly left: number; readonly top: number };

/** One box of the picture: shape, title, state word, days left, counts of the day; opens the link's facts. */
export function ChainBox({ box, left, top }: Props) {
  const { t } = useTranslation();
  const words = useMandateWords();
  const place = useDrawerPlace();
  const counted = useMaySeeEntries();
  const [node] = box.nodes;
  const many = box.nodes.length;
  const title = many > 1 ? t('mandate.many', { count: many }) : titleOf(box);
  const state = words.state(node);
  const days = node.standing === 'STOPPED' || many > 1 ? null : words.left(node);
  const target = many > 1 ? (node.mandate.parent ?? node.mandate.id) : node.mandate.id;
  return (
    <li
      className={`chain-box standing-${node.standing.toLowerCase()}${box.height >= TALL ? ' chain-tall' : ''}`}
      style={{ left, top, width: box.width, height: box.height }}
    >
      <Link to={place({ link: target })} data-key={box.key}>
        <span className="unseen">{words.kind(node)} </span>
        <span className="chain-title">
          <Shape tone={TONES[node.standing]} />
          <b {...(many > 1 ? {} : { lang: 'zh-CN' })} title={title}>
            {title}
          </b>
        </span>
        <span className="chain-state">
          <span>{state}</span>
          {days === null || stopped(node) ? null : <span className="chain-days">{days}</span>}
        </span>
        {counted ? <span className="chain-counts">{words.counts(box.nodes)}</span> : null}
      </Link>
    </li>
  );
}

/** Products by number and name, subscriptions by who subscribed, scenarios without the kind their column names, the rest by title. */
function titleOf(box: Box): string {
  const { mandate } = box.nodes[0];
  if (mandate.kind === 'GO_LIVE_APPROVAL' && mandate.product) {
    return `${mandate.product.code} ${mandate.product.name}`;
  }
  if (mandate.kind === 'SCENARIO') {
    return mandate.title.slice(mandate.title.indexOf('\uff1a') + 1);
  }
  return mandate.kind === 'SUBSCRIPTION' ? mandate.grantee.name : mandate.title;
}
