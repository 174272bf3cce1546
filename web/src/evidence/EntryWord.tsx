import { useTranslation } from 'react-i18next';
import type { EntryRow } from '../api/model';
import { StateTag } from '../ui/StateTag';

const TONES = { USE: 'ok', REFUSAL: 'stop', ACT: 'end' } as const;

/** What kind of entry a row is: a use, a refusal or an act. */
export function EntryWord({ row }: { readonly row: EntryRow }) {
  const { t } = useTranslation();
  return <StateTag tone={TONES[row.kind]} word={t(`evidence.kind.${row.kind}`)} />;
}
