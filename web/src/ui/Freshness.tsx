import { useTranslation } from 'react-i18next';
import { instant } from '../locales/format';

const HOUR = 3_600_000;

type Props = {
  readonly loadedAt: string;
  readonly frequency: 'REAL_TIME' | 'DAILY' | 'MONTHLY' | null;
  /** The server's machine time: the browser's own clock proves nothing. */
  readonly now: string;
};

/** How old the stored rows are, beside the frequency the catalogue promises; judging it is the regulation's (R013). */
export function Freshness({ loadedAt, frequency, now }: Props) {
  const { t } = useTranslation();
  const hours = Math.max(0, Math.floor((Date.parse(now) - Date.parse(loadedAt)) / HOUR));
  const age = ageOf(hours);
  return (
    <span title={instant(loadedAt)}>
      {age} {frequency ? <span className="quiet small">{t(`freshness.${frequency}`)}</span> : null}
    </span>
  );

  function ageOf(whole: number): string {
    if (whole === 0) {
      return t('freshness.hour');
    }
    return whole < 48
      ? t('freshness.hours', { count: whole })
      : t('freshness.days', { count: Math.floor(whole / 24) });
  }
}
