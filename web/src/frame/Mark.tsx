import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useInstallation } from '../api/queries';
import { useWords } from '../locales/format';

/** Our mark and whose installation this is. */
export function Mark() {
  const { t } = useTranslation();
  const { text } = useWords();
  const installation = useInstallation().data;
  return (
    <Link to="/" className="mark">
      <img src="/mark.svg" alt="" width="28" height="28" />
      <b>{t('frame.name')}</b>
      {installation ? (
        <span>
          {t('frame.city', { city: text(installation.city) })}
          <br />
          {t('frame.platform')}
          {installation.demo ? ` \u00b7 ${t('frame.demo')}` : null}
        </span>
      ) : null}
    </Link>
  );
}
