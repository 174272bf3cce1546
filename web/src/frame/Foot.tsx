import { useTranslation } from 'react-i18next';
import type { Installation } from '../api/model';
import { useInstallation } from '../api/queries';
import { problemIn } from '../api/refused';
import { count, instant } from '../locales/format';
import { saveText } from '../ui/save';

/** The promise in sight: how far the log is sealed, when it was last signed, and what one needs to check it. */
export function Foot() {
  const { t } = useTranslation();
  const installation = useInstallation();
  return (
    <footer className="foot">
      <span className="foot-promise">{t('frame.promise')}</span>
      {installation.data ? <LogHead log={installation.data.log} /> : null}
      {installation.isError ? (
        <span>{t(`refusal.${unreached(installation.error)}.why`, { status: 0 })}</span>
      ) : null}
    </footer>
  );
}

function LogHead({ log }: { readonly log: Installation['log'] }) {
  const { t } = useTranslation();
  return (
    <>
      <span>
        {log.size > 0 ? t('frame.sealed', { index: count(log.size - 1) }) : t('frame.nothingSealed')}
      </span>
      {log.checkpointAt ? <span>{t('frame.checkpoint', { at: instant(log.checkpointAt) })}</span> : null}
      <span className="foot-links">
        <a href={`/log/${log.name}/checkpoint`} download={`${log.name}-checkpoint.txt`}>
          {t('frame.downloadCheckpoint')}
        </a>
        <button type="button" className="link" onClick={() => saveText(`${log.name}.key`, `${log.key}\n`)}>
          {t('frame.downloadKey')}
        </button>
      </span>
    </>
  );
}

function unreached(error: unknown): 'UNREACHABLE' | 'UNREADABLE' {
  return problemIn(error).code === 'UNREACHABLE' ? 'UNREACHABLE' : 'UNREADABLE';
}
