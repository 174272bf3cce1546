import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CatalogueItem } from '../api/model';
import { ReadinessTag } from '../market/ReadinessTag';
import { LevelBadge } from '../ui/LevelBadge';
import { Zh } from '../ui/Zh';

/** The columns of an item: mandates reach down to each of them. */
export function ItemColumns({ item }: { readonly item: CatalogueItem }) {
  const { t, i18n } = useTranslation();
  const english = i18n.language === 'en';
  return (
    <section className="section">
      <h2>
        {t('catalogue.columns')} <small>{t('catalogue.columnsNote', { count: item.columns.length })}</small>
      </h2>
      {item.columns.length === 0 ? (
        <p className="quiet">{t('catalogue.noColumns')}</p>
      ) : (
        <table className="plain">
          <thead>
            <tr>
              <th>{t('catalogue.column')}</th>
              <th>{t('catalogue.type')}</th>
              <th>{t('catalogue.level')}</th>
              <th>{t('catalogue.control')}</th>
            </tr>
          </thead>
          <tbody>
            {item.columns.map((column) => (
              <tr key={column.code}>
                <td>
                  {english ? column.nameEn : <Zh>{column.name}</Zh>}
                  <div className="small quiet mono">{column.code}</div>
                </td>
                <td className="mono small">{column.type}</td>
                <td>
                  <LevelBadge level={column.level} />
                </td>
                <td>{t(`control.${column.control}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

export function ItemProducts({ item }: { readonly item: CatalogueItem }) {
  const { t } = useTranslation();
  return (
    <section className="section">
      <h2>
        {t('catalogue.usedIn')} <small>{t('catalogue.usedInNote')}</small>
      </h2>
      {item.products.length === 0 ? <p className="quiet">{t('catalogue.usedNowhere')}</p> : null}
      <ul className="used-in">
        {item.products.map((product) => (
          <li key={product.code}>
            <span className="mono quiet">{product.code}</span>
            <Link to={`/products/${product.code}`} lang="zh-CN">
              {product.name}
            </Link>
            <ReadinessTag readiness={product.readiness} />
          </li>
        ))}
      </ul>
    </section>
  );
}
