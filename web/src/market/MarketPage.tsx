import { Trans, useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Product } from '../api/model';
import { useProducts } from '../api/queries';
import { useWords } from '../locales/format';
import { RegisterPage } from '../register/RegisterPage';
import { CountLink } from '../ui/CountLink';
import { Loaded } from '../ui/Loaded';
import { marketColumns, marketExport } from './columns';
import { marketFacets } from './facets';

/** The market: every product of annex 2, how ready it is and what blocks it. */
export default function MarketPage() {
  const { t } = useTranslation();
  const { text } = useWords();
  const navigate = useNavigate();
  return (
    <Loaded query={useProducts()}>
      {(products) => (
        <RegisterPage
          title={t('market.title')}
          sentence={<Sentence products={products} />}
          rows={products}
          keyOf={(product) => product.code}
          texts={(product) => [
            product.code,
            product.name,
            product.industry,
            ...product.needs.map((need) => need.name),
          ]}
          facets={marketFacets(products, t)}
          columns={marketColumns(t, text)}
          width={1080}
          file="products"
          exported={marketExport(t)}
          open={(product) => void navigate(`/products/${product.code}`)}
          empty={t('market.empty')}
        />
      )}
    </Loaded>
  );
}

function Sentence({ products }: { readonly products: readonly Product[] }) {
  const { t } = useTranslation();
  const having = (readiness: Product['readiness']) =>
    products.filter((product) => product.readiness === readiness).length;
  const live = products.filter((product) => product.state === 'LIVE').length;
  const suspended = products.filter((product) => product.state === 'SUSPENDED').length;
  return (
    <>
      <Trans
        t={t}
        i18nKey="market.sentence"
        values={{
          all: products.length,
          ready: having('READY'),
          partial: having('PARTIAL'),
          waits: having('WAITS'),
          blocked: having('BLOCKED'),
          live,
        }}
        components={{
          ready: <CountLink to="/products?readiness=READY" />,
          partial: <CountLink to="/products?readiness=PARTIAL" />,
          waits: <CountLink to="/products?readiness=WAITS" />,
          blocked: <CountLink to="/products?readiness=BLOCKED" />,
          live: <CountLink to="/products?state=LIVE" />,
        }}
      />
      {suspended > 0 ? (
        <Trans
          t={t}
          i18nKey="market.suspended"
          values={{ count: suspended }}
          components={{ rows: <CountLink to="/products?state=SUSPENDED" /> }}
        />
      ) : null}
    </>
  );
}
