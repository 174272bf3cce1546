import type { TFunction } from 'i18next';
import type { CatalogueItem } from '../api/model';
import type { ShownFacet } from '../register/RegisterPage';
import { LevelBadge } from '../ui/LevelBadge';
import { StateTag } from '../ui/StateTag';

const LEVELS = ['L1', 'L2', 'L3', 'L4', 'IMPORTANT', 'CORE'] as const;
export const UNGRADED = 'NONE';
/** Ticked, this facet value stands for any defect at all. */
export const FLAGGED = 'ANY';

/** The filters of the catalogue; the same names stand in links from other pages. */
export function catalogueFacets(items: readonly CatalogueItem[], t: TFunction): ShownFacet<CatalogueItem>[] {
  const units = new Map(items.map((item) => [String(item.unit.no), item.unit.name]));
  const defects = [...new Set(items.flatMap((item) => item.defects.map((defect) => defect.id)))].sort();
  const levels = LEVELS.filter((level) => items.some((item) => item.level === level));
  return [
    {
      name: 'state',
      title: t('catalogue.collection'),
      values: (item) => [item.collectionState],
      options: [
        { value: 'COLLECTED', label: <StateTag tone="ok" word={t('collection.COLLECTED')} /> },
        { value: 'TO_BE_COLLECTED', label: <StateTag tone="warn" word={t('collection.TO_BE_COLLECTED')} /> },
      ],
    },
    {
      name: 'published',
      title: t('catalogue.publication'),
      values: (item) => [item.published ? 'YES' : 'NO'],
      options: [
        { value: 'YES', label: t('catalogue.published') },
        { value: 'NO', label: t('catalogue.unpublished') },
      ],
    },
    {
      name: 'level',
      title: t('catalogue.level'),
      values: (item) => [item.level ?? UNGRADED],
      options: [
        ...levels.map((level) => ({ value: level, label: <LevelBadge level={level} /> })),
        { value: UNGRADED, label: t('level.none') },
      ],
    },
    {
      name: 'defect',
      title: t('catalogue.defects'),
      values: (item) =>
        item.defects.length > 0 ? [FLAGGED, ...item.defects.map((defect) => defect.id)] : [],
      options: [
        { value: FLAGGED, label: t('catalogue.anyDefect') },
        ...defects.map((id) => ({ value: id, label: id })),
      ],
    },
    {
      name: 'unit',
      title: t('catalogue.unit'),
      values: (item) => [String(item.unit.no)],
      options: [...units].map(([value, name]) => ({
        value,
        label: (
          <span lang="zh-CN" title={name}>
            {name}
          </span>
        ),
      })),
    },
  ];
}
