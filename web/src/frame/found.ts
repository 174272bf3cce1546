import type { CatalogueItem, Product } from '../api/model';

const SHOWN = 10;

export type Hit = {
  readonly number: string;
  readonly name: string;
  readonly beside: string;
  readonly place: string;
};

/** Items and products whose number, name or unit contains the text; numbers that start with it first. */
export function found(text: string, items: readonly CatalogueItem[], products: readonly Product[]): Hit[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') {
    return [];
  }
  const all: Hit[] = [
    ...products.map(({ code, name, industry }) => ({
      number: code,
      name,
      beside: industry,
      place: `/products/${code}`,
    })),
    ...items.map(({ id, name, unit }) => ({
      number: id,
      name,
      beside: unit.name,
      place: `/catalogue?item=${id}`,
    })),
  ];
  const rank = (hit: Hit) =>
    hit.number.toLowerCase().startsWith(wanted) ? 0 : hit.name.startsWith(text.trim()) ? 1 : 2;
  return all
    .filter((hit) => [hit.number, hit.name, hit.beside].some((part) => part.toLowerCase().includes(wanted)))
    .sort((left, right) => rank(left) - rank(right))
    .slice(0, SHOWN);
}
