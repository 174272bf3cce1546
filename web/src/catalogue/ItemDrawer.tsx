import { useTranslation } from 'react-i18next';
import type { CatalogueItem } from '../api/model';
import { useCatalogue } from '../api/queries';
import { minute, useWords } from '../locales/format';
import { Loaded } from '../ui/Loaded';
import { Side } from '../ui/Side';
import { Zh } from '../ui/Zh';
import { INTERESTS } from './interests';
import './item.css';
import { ItemFacts } from './ItemFacts';
import { ItemColumns, ItemProducts } from './ItemTables';

/** One catalogue item: facts, five interests, columns, what it lacks, doubts, which products it serves. */
export default function ItemDrawer({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const catalogue = useCatalogue();
  const item = catalogue.data?.items.find((candidate) => candidate.id === id);
  return (
    <Side code={id} title={<Zh>{item?.name}</Zh>} onClose={onClose}>
      <Loaded query={catalogue}>
        {() => (item ? <Facts item={item} /> : <p>{t('catalogue.unknown', { id })}</p>)}
      </Loaded>
    </Side>
  );
}

function Facts({ item }: { readonly item: CatalogueItem }) {
  const { t } = useTranslation();
  return (
    <>
      {item.suspended ? (
        <p className="item-suspended">
          {t('catalogue.suspended', {
            at: minute(item.suspended.since),
            by: item.suspended.by,
            reason: item.suspended.reason,
          })}
        </p>
      ) : null}
      <ItemFacts item={item} />
      <Interests item={item} />
      <Lacks item={item} />
      <ItemColumns item={item} />
      <ItemProducts item={item} />
    </>
  );
}

function Interests({ item }: { readonly item: CatalogueItem }) {
  const { t } = useTranslation();
  const { interests } = item;
  return (
    <section className="section">
      <h2>
        {t('catalogue.fiveInterests')} <small>{t('catalogue.fiveInterestsLaw')}</small>
      </h2>
      <dl className="interests">
        {INTERESTS.map((interest) => (
          <div key={interest} className={interests?.[interest] ? 'raised' : ''}>
            <dt>{t(`interest.${interest}`)}</dt>
            <dd>{interests ? t(interests[interest] ? 'yes' : 'no') : t('catalogue.undecided')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What keeps the item from being published, and what the paper leaves in doubt. */
function Lacks({ item }: { readonly item: CatalogueItem }) {
  const { t } = useTranslation();
  const { text } = useWords();
  if (item.lacks.length === 0 && item.defects.length === 0) {
    return null;
  }
  return (
    <section className="section">
      <h2>
        {t('catalogue.lacks')} <small>{t('catalogue.lacksLaw')}</small>
      </h2>
      <ul className="lacks">
        {item.lacks.map((lack) => (
          <li key={lack.code}>
            {text(lack)} <span className="chip">{t('clause', { id: lack.clause })}</span>
          </li>
        ))}
        {item.defects.map((defect) => (
          <li key={defect.id}>
            <span className="chip doubt">{defect.id}</span> {text(defect)}
          </li>
        ))}
      </ul>
      {item.lacks.length > 0 ? (
        <p className="small quiet">
          {t('catalogue.lacksMender')}{' '}
          <Zh>{item.providers.map((provider) => provider.name).join('\u3001')}</Zh>
        </p>
      ) : null}
    </section>
  );
}
