import type { TableColumnsType } from 'antd';
import type { TFunction } from 'i18next';
import type { CatalogueItem, Text } from '../api/model';
import { count } from '../locales/format';
import type { ExportColumn } from '../register/RegisterPage';
import { CountLink } from '../ui/CountLink';
import { LevelBadge } from '../ui/LevelBadge';
import { StateTag } from '../ui/StateTag';
import { Zh } from '../ui/Zh';
import { raisedInterests } from './interests';

/** The columns of the catalogue, dense; the number is the way in for the keyboard. */
export function catalogueColumns(
  t: TFunction,
  text: (words: Text) => string,
): TableColumnsType<CatalogueItem> {
  return [
    {
      title: t('catalogue.number'),
      width: 84,
      fixed: 'left',
      render: (_, { id }) => (
        <CountLink to={{ item: id }} className="mono">
          {id}
        </CountLink>
      ),
    },
    {
      title: t('catalogue.item'),
      render: (_, { name, defects }) => (
        <>
          <Zh>{name}</Zh>{' '}
          {defects.map((defect) => (
            <span key={defect.id} className="chip doubt" title={text(defect)}>
              {defect.id}
            </span>
          ))}
        </>
      ),
    },
    {
      title: t('catalogue.unit'),
      width: 190,
      ellipsis: { showTitle: false },
      render: (_, { unit }) => (
        <span lang="zh-CN" title={unit.name}>
          {unit.name}
        </span>
      ),
    },
    {
      title: t('catalogue.collection'),
      width: 120,
      render: (_, { collectionState }) =>
        collectionState === 'COLLECTED' ? (
          t('collection.COLLECTED')
        ) : (
          <StateTag tone="warn" word={t('collection.TO_BE_COLLECTED')} />
        ),
    },
    { title: t('catalogue.level'), width: 92, render: (_, { level }) => <LevelBadge level={level} /> },
    {
      title: t('catalogue.interests'),
      width: 84,
      render: (_, { interests }) =>
        raisedInterests(interests).map((interest) => (
          <span key={interest} className="chip" title={t(`interest.${interest}`)}>
            {t(`interest.short.${interest}`)}
          </span>
        )),
    },
    {
      title: t('catalogue.frequency'),
      width: 76,
      render: (_, item) => frequencyOf(item, t),
    },
    {
      title: t('catalogue.publication'),
      width: 104,
      render: (_, { published }) =>
        published ? (
          <span className="nowrap">{published.date}</span>
        ) : (
          <span className="quiet">{t('catalogue.unpublished')}</span>
        ),
    },
    {
      title: t('catalogue.rows'),
      width: 92,
      align: 'right',
      render: (_, { storage }) =>
        storage ? count(storage.rows) : <span className="quiet">{t('catalogue.unbound')}</span>,
    },
    {
      title: t('catalogue.products'),
      width: 92,
      align: 'right',
      render: (_, { id, products }) =>
        products.length > 0 ? (
          <CountLink to={{ item: id }}>{t('catalogue.inProducts', { count: products.length })}</CountLink>
        ) : (
          <span className="quiet">0</span>
        ),
    },
  ];
}

function frequencyOf({ updateFrequency }: CatalogueItem, t: TFunction): string {
  return updateFrequency ? t(`frequency.${updateFrequency}`) : t('none');
}

export function catalogueExport(t: TFunction): ExportColumn<CatalogueItem>[] {
  return [
    { title: t('catalogue.number'), value: (item) => item.id },
    { title: t('catalogue.item'), value: (item) => item.name },
    { title: t('catalogue.unit'), value: (item) => item.unit.name },
    { title: t('catalogue.collection'), value: (item) => t(`collection.${item.collectionState}`) },
    { title: t('catalogue.level'), value: (item) => item.level ?? '' },
    { title: t('catalogue.frequency'), value: (item) => frequencyOf(item, t) },
    { title: t('catalogue.publication'), value: (item) => item.published?.date ?? '' },
    { title: t('catalogue.defects'), value: (item) => item.defects.map((defect) => defect.id).join(' ') },
    { title: t('catalogue.rows'), value: (item) => item.storage?.rows ?? '' },
    {
      title: t('catalogue.products'),
      value: (item) => item.products.map((product) => product.code).join(' '),
    },
  ];
}
