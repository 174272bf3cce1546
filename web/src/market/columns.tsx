import type { TableColumnsType } from 'antd';
import type { TFunction } from 'i18next';
import { Link } from 'react-router';
import type { Product, Text } from '../api/model';
import type { ExportColumn } from '../register/RegisterPage';
import { Zh } from '../ui/Zh';
import { Blocks } from './Blocks';
import { PriceText } from './PriceText';
import { ProductStateTag } from './ProductStateTag';
import { ReadinessTag } from './ReadinessTag';

export function marketColumns(t: TFunction, text: (words: Text) => string): TableColumnsType<Product> {
  return [
    {
      title: t('market.number'),
      width: 64,
      fixed: 'left',
      render: (_, { code }) => (
        <Link className="mono" to={`/products/${code}`}>
          {code}
        </Link>
      ),
    },
    {
      title: t('market.product'),
      width: 216,
      render: (_, { name, warnings }) => (
        <>
          <Zh>{name}</Zh>{' '}
          {warnings.map((warning) => (
            <span key={warning.id} className="chip doubt" title={text(warning)}>
              {warning.id}
            </span>
          ))}
        </>
      ),
    },
    { title: t('market.state'), width: 108, render: (_, { state }) => <ProductStateTag state={state} /> },
    {
      title: t('market.readiness'),
      width: 84,
      render: (_, { readiness }) => <ReadinessTag readiness={readiness} />,
    },
    { title: t('market.blocks'), render: (_, product) => <Blocks product={product} /> },
    {
      title: t('market.category'),
      width: 92,
      render: (_, { category }) => (
        <span title={t(`category.${category}`)}>{t(`category.brief.${category}`)}</span>
      ),
    },
    { title: t('market.industry'), width: 78, render: (_, { industry }) => <Zh>{industry}</Zh> },
    {
      title: t('market.forms'),
      width: 84,
      render: (_, { forms }) => forms.map((form) => t(`delivery.${form}`)).join(t('list.separator')),
    },
    { title: t('market.subject'), width: 96, render: (_, { subjectKind }) => t(`subject.${subjectKind}`) },
    {
      title: t('market.price'),
      width: 92,
      align: 'right',
      render: (_, product) => <PriceText product={product} brief />,
    },
  ];
}

export function marketExport(t: TFunction): ExportColumn<Product>[] {
  return [
    { title: t('market.number'), value: (product) => product.code },
    { title: t('market.product'), value: (product) => product.name },
    { title: t('market.state'), value: (product) => t(`productState.${product.state}`) },
    { title: t('market.readiness'), value: (product) => t(`readiness.${product.readiness}`) },
    {
      title: t('market.blocks'),
      value: ({ needs }) =>
        needs
          .filter((need) => need.state !== 'COLLECTED')
          .map((need) => need.name)
          .join(' '),
    },
    { title: t('market.category'), value: (product) => t(`category.${product.category}`) },
    { title: t('market.industry'), value: (product) => product.industry },
    {
      title: t('market.forms'),
      value: (product) => product.forms.map((form) => t(`delivery.${form}`)).join(' '),
    },
    { title: t('market.priceFen'), value: (product) => product.price?.fen ?? '' },
  ];
}
