import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { show } from '../locales/i18n';

/** Switches between Chinese and English; named in the language it switches to. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const cache = useQueryClient();
  const other = i18n.language === 'en' ? 'zh-CN' : 'en';

  async function change() {
    await show(other);
    // Names and words come from the server in the language asked for.
    await cache.invalidateQueries();
  }

  return (
    <button type="button" className="link" lang={other} onClick={() => void change()}>
      {t('frame.otherLanguage')}
    </button>
  );
}
