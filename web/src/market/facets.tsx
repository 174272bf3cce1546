import type { TFunction } from 'i18next';
import type { Product } from '../api/model';
import type { ShownFacet } from '../register/RegisterPage';
import { ProductStateTag } from './ProductStateTag';
import { ReadinessTag } from './ReadinessTag';

const READINESS = ['READY', 'PARTIAL', 'WAITS', 'BLOCKED'] as const;
const STATES = ['LIVE', 'SUSPENDED', 'REGISTRATION_APPLIED', 'LISTED'] as const;
const CATEGORIES = ['INDUSTRY', 'PUBLIC_GOOD'] as const;
const FORMS = ['API', 'DATA_SET', 'MODEL', 'REPORT'] as const;

export function marketFacets(products: readonly Product[], t: TFunction): ShownFacet<Product>[] {
  const industries = [...new Set(products.map((product) => product.industry))];
  return [
    {
      name: 'readiness',
      title: t('market.readiness'),
      values: (product) => [product.readiness],
      options: READINESS.map((value) => ({ value, label: <ReadinessTag readiness={value} /> })),
    },
    {
      name: 'state',
      title: t('market.state'),
      values: (product) => [product.state],
      options: STATES.map((value) => ({ value, label: <ProductStateTag state={value} /> })),
    },
    {
      name: 'category',
      title: t('market.category'),
      values: (product) => [product.category],
      options: CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) })),
    },
    {
      name: 'industry',
      title: t('market.industry'),
      values: (product) => [product.industry],
      options: industries.map((value) => ({ value, label: <span lang="zh-CN">{value}</span> })),
      shown: 10,
    },
    {
      name: 'form',
      title: t('market.forms'),
      values: (product) => product.forms,
      options: FORMS.map((value) => ({ value, label: t(`delivery.${value}`) })),
    },
  ];
}
