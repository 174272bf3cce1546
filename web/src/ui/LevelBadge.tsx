import { useTranslation } from 'react-i18next';
import type { Level } from '../api/model';
import './LevelBadge.css';

const BARS = [1, 2, 3, 4];

/** A data level as four bars, or as a word where it stands above the four; null says that none is given. */
export function LevelBadge({ level }: { readonly level: Level | null }) {
  const { t } = useTranslation();
  if (level === null) {
    return <span className="quiet">{t('level.none')}</span>;
  }
  if (level === 'IMPORTANT' || level === 'CORE') {
    return <span className={`level level-${level.toLowerCase()}`}>{t(`level.${level}`)}</span>;
  }
  const filled = Number(level[1]);
  return (
    <span className="level">
      {level}
      <span className="level-bars" aria-hidden="true">
        {BARS.map((bar) => (
          <span key={bar} className={bar <= filled ? 'filled' : ''} />
        ))}
      </span>
    </span>
  );
}
