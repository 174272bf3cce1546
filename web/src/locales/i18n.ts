import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, language, rememberLanguage } from './language';

const AREAS = {
  'zh-CN': () => import('./zh-CN'),
  en: () => import('./en'),
} as const;

async function load(chosen: Language): Promise<void> {
  if (!i18next.hasResourceBundle(chosen, 'translation')) {
    i18next.addResourceBundle(chosen, 'translation', (await AREAS[chosen]()).default);
  }
}

export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language(),
    fallbackLng: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    resources: {},
  });
  await show(language());
}

/** Switches the page to a language and remembers it in this browser. */
export async function show(chosen: Language): Promise<void> {
  await load(chosen);
  rememberLanguage(chosen);
  await i18next.changeLanguage(chosen);
  document.documentElement.lang = chosen;
  document.title = i18next.t('frame.name');
}
