import { useTranslation } from 'react-i18next';
import type { EntryRow } from '../api/model';
import { StateTag } from '../ui/StateTag';

const TONES = { use: 'ok', refusal: 'stop' } as const;

/** What kind of entry a row is: a use or a refusal. */
export function EntryWord({ row }: { readonly row: EntryRow }) {
  const { t } = useTranslation();
  return <StateTag tone={TONES[row.kind]} word={t(`evidence.kind.${row.kind}`)} />;
}
