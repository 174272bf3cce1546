/** The languages of the application; the first is the default. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = 'gongshu.language';

/** The language chosen in this browser; what is not one of ours counts as Chinese. */
export function language(): Language {
  const chosen = globalThis.localStorage?.getItem(KEY);
  return LANGUAGES.find((known) => known === chosen) ?? LANGUAGES[0];
}

export function rememberLanguage(chosen: Language): void {
  localStorage.setItem(KEY, chosen);
}
