import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { ProductDetail } from '../api/model';
import { queries } from '../api/queries';
import { useWords } from '../locales/format';
import { ChainLine } from '../mandate/ChainLine';
import { pathToProduct } from '../mandate/standing';
import { useForest } from '../mandate/useForest';
import { ProductStateTag } from '../market/ProductStateTag';
import { Loaded } from '../ui/Loaded';
import { Zh } from '../ui/Zh';
import { Gates } from './Gates';
import { Needs } from './Needs';
import './product.css';
import { ProductFacts } from './ProductFacts';
import { Stops } from './Stops';
import { TryIt } from './TryIt';

/** One product: what it is, whether it may be used now and why not, what it needs, and a console to use it. */
export default function ProductPage() {
  const { code = '' } = useParams();
  return (
    <Loaded query={useQuery(queries.product(code))}>
      {(product) => <Page key={code} product={product} />}
    </Loaded>
  );
}

function Page({ product }: { readonly product: ProductDetail }) {
  const { t } = useTranslation();
  const path = pathToProduct(useForest().roots, product.code);
  const purposes = path.at(-1)?.mandate.scope.purposes ?? [];
  return (
    <>
      <div className="page-head">
        <div>
          <p className="small quiet">
            <Link to="/products">{t('market.title')}</Link> / <Zh>{product.industry}</Zh>
          </p>
          <h1>
            <span className="mono product-code">{product.code}</span> <Zh>{product.name}</Zh>
          </h1>
          <p className="lede">
            <Sentence product={product} />
          </p>
        </div>
        <div className="acts">
          <ProductStateTag state={product.state} boxed />
        </div>
      </div>
      <div className="product-chain">
        {path.length > 0 ? <ChainLine path={path} /> : <p className="quiet">{t('product.noChain')}</p>}
      </div>
      <Stops path={path} />
      <TryIt product={product} purposes={purposes} />
      <div className="product-columns">
        <ProductFacts product={product} purposes={purposes} />
        <Needs product={product} />
        <Gates product={product} approval={path.at(-1) ?? null} />
      </div>
    </>
  );
}

/** What the product is, in one sentence: its own, or one made of its facts. */
function Sentence({ product }: { readonly product: ProductDetail }) {
  const { t } = useTranslation();
  const { label } = useWords();
  if (product.active) {
    return label(product.active.sentence);
  }
  return t('product.sentence', {
    category: t(`category.${product.category}`),
    forms: product.forms.map((form) => t(`delivery.${form}`)).join(t('list.separator')),
    needs: product.needs.length,
    collected: product.needs.filter((need) => need.state === 'COLLECTED').length,
  });
}
