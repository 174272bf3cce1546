import { useTranslation } from 'react-i18next';
import type { Product } from '../api/model';
import { StateTag } from '../ui/StateTag';

const TONES = { LISTED: 'draft', REGISTRATION_APPLIED: 'warn', LIVE: 'ok', SUSPENDED: 'stop' } as const;

export function ProductStateTag({
  state,
  boxed = false,
}: {
  readonly state: Product['state'];
  readonly boxed?: boolean;
}) {
  const { t } = useTranslation();
  return <StateTag boxed={boxed} tone={TONES[state]} word={t(`productState.${state}`)} />;
}
