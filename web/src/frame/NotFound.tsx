import { useTranslation } from 'react-i18next';
import { Link, useLocation, useRouteError } from 'react-router';

export function NotFound() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <div className="page-head">
      <div>
        <h1>{t('frame.noPage')}</h1>
        <p className="lede">
          {t('frame.noPageWhy', { place: pathname })} <Link to="/">{t('frame.toHome')}</Link>
        </p>
      </div>
    </div>
  );
}

/** A page that could not be loaded or drawn: most often a new version was installed while this one was open. */
export function Broken() {
  const { t } = useTranslation();
  const error = useRouteError();
  return (
    <main className="page">
      <div className="page-head">
        <div>
          <h1>{t('frame.broken')}</h1>
          <p className="lede">
            {t('frame.brokenWhy', { error: error instanceof Error ? error.message : String(error) })}{' '}
            <button type="button" className="link" onClick={() => window.location.reload()}>
              {t('frame.reload')}
            </button>
          </p>
        </div>
      </div>
    </main>
  );
}
