import type { components } from './generated';

/** The wire's shapes under our names; the only file that knows how the generated client spells them. */
type Schemas = components['schemas'];

export type CatalogueItem = Schemas['CatalogueItem'];
export type Catalogue = Schemas['Catalogue'];
export type Coded = Schemas['Coded'];
export type Defect = Schemas['Defect'];
export type Document = Schemas['Document'];
export type EntryCount = Schemas['EntryCount'];
export type EntryKind = Schemas['EntryKind'];
export type EntryRow = Schemas['EntryRow'];
export type Field = Schemas['Field'];
export type Installation = Schemas['Installation'];
export type Level = Schemas['Level'];
export type Mandate = Schemas['Mandate'];
export type MandateKind = Schemas['MandateKind'];
export type Need = Schemas['Need'];
export type Price = Schemas['Price'];
export type Problem = Schemas['Problem'];
export type Product = Schemas['Product'];
export type ProductDetail = Schemas['ProductDetail'];
export type Readiness = Schemas['Readiness'];
export type Receipt = Schemas['Receipt'];
export type Seal = Schemas['Seal'];
export type SuspensionPreview = Schemas['SuspensionPreview'];
export type Text = Schemas['Text'];
export type UseAnswer = Schemas['UseAnswer'];
export type UseRequest = Schemas['UseRequest'];
export type User = Schemas['User'];
