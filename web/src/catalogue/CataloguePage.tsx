import { Trans, useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { Catalogue } from '../api/model';
import { useCatalogue } from '../api/queries';
import { useWords } from '../locales/format';
import { RegisterPage } from '../register/RegisterPage';
import { CountLink } from '../ui/CountLink';
import { Loaded } from '../ui/Loaded';
import { useDrawerPlace } from '../ui/place';
import { catalogueColumns, catalogueExport } from './columns';
import { catalogueFacets } from './facets';

/** The catalogue of the city: one row per item, everything known about it one click away. */
export default function CataloguePage() {
  const { t } = useTranslation();
  const { text } = useWords();
  const navigate = useNavigate();
  const place = useDrawerPlace();
  const [parameters] = useSearchParams();
  return (
    <Loaded query={useCatalogue()}>
      {({ summary, items }) => (
        <RegisterPage
          title={t('catalogue.title')}
          sentence={<Sentence summary={summary} />}
          rows={items}
          keyOf={(item) => item.id}
          texts={(item) => [
            item.id,
            item.name,
            item.unit.name,
            ...item.providers.map((provider) => provider.name),
          ]}
          facets={catalogueFacets(items, t)}
          columns={catalogueColumns(t, text)}
          width={1010}
          file="catalogue"
          exported={catalogueExport(t)}
          open={(item) => void navigate(place({ item: item.id }))}
          opened={parameters.get('item')}
          empty={t('catalogue.empty')}
        />
      )}
    </Loaded>
  );
}

function Sentence({ summary }: { readonly summary: Catalogue['summary'] }) {
  const { t } = useTranslation();
  return (
    <Trans
      t={t}
      i18nKey="catalogue.sentence"
      values={summary}
      components={{
        all: <CountLink to="/catalogue" />,
        collected: <CountLink to="/catalogue?state=COLLECTED" />,
        waiting: <CountLink to="/catalogue?state=TO_BE_COLLECTED" />,
        published: <CountLink to="/catalogue?published=YES" />,
        flagged: <CountLink to="/catalogue?defect=ANY" />,
      }}
    />
  );
}
