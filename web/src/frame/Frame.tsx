import { useTranslation } from 'react-i18next';
import { Navigate, NavLink, Outlet, useLocation } from 'react-router';
import { client } from '../api/client';
import { useInstallation } from '../api/queries';
import { useWords } from '../locales/format';
import { endSession, useEnding, useSession } from '../session/store';
import { Drawers } from './Drawers';
import { Foot } from './Foot';
import './Frame.css';
import { LanguageSwitch } from './LanguageSwitch';
import { Mark } from './Mark';
import { Search } from './Search';
import { StopBand } from './StopBand';

const PLACES = [
  ['/', 'home'],
  ['/catalogue', 'catalogue'],
  ['/products', 'products'],
] as const;

/** What every page of a signed-in reader stands in: top bar, band for what is stopped, page, drawers, foot line. */
export default function Frame() {
  const { t } = useTranslation();
  const signedIn = useSession();
  const ending = useEnding();
  const { pathname, search } = useLocation();
  if (!signedIn) {
    const back = ending === 'SIGNED_OUT' ? '' : `?to=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`/sign-in${back}`} replace />;
  }
  return (
    <>
      <a className="skip" href="#page">
        {t('frame.skip')}
      </a>
      <header className="top">
        <Mark />
        <nav aria-label={t('frame.places')}>
          {PLACES.map(([path, name]) => (
            <NavLink key={path} to={path} end={path === '/'}>
              {t(`frame.${name}`)}
            </NavLink>
          ))}
        </nav>
        <Search />
        <LegalDay />
        <Who />
        <LanguageSwitch />
      </header>
      <StopBand />
      <main id="page" className="page" tabIndex={-1}>
        <Outlet />
      </main>
      <Drawers />
      <Foot />
    </>
  );
}

function LegalDay() {
  const { t } = useTranslation();
  const { day } = useWords();
  const installation = useInstallation();
  return (
    <span className="top-day" title={t('frame.legalDate')}>
      {installation.data ? day(installation.data.legalDate) : null}
    </span>
  );
}

function Who() {
  const { t } = useTranslation();
  const user = useSession()?.user;

  async function signOut() {
    await client.DELETE('/api/v1/session').catch(() => undefined);
    endSession('SIGNED_OUT');
  }

  return (
    <span className="top-who">
      <span lang="zh-CN" className="top-organisation" title={user?.organisation.name}>
        {user?.organisation.name}
      </span>
      <span>
        <b lang="zh-CN">{user?.display}</b>
        <button type="button" className="link" onClick={() => void signOut()}>
          {t('session.signOut')}
        </button>
      </span>
    </span>
  );
}
