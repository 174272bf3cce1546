import { useTranslation } from 'react-i18next';
import type { Readiness } from '../api/model';
import { StateTag } from '../ui/StateTag';

const TONES = { READY: 'ok', PARTIAL: 'warn', WAITS: 'draft', BLOCKED: 'stop' } as const;

/** Whether the items a product needs are there. */
export function ReadinessTag({ readiness }: { readonly readiness: Readiness }) {
  const { t } = useTranslation();
  return <StateTag tone={TONES[readiness]} word={t(`readiness.${readiness}`)} />;
}
