import { useTranslation } from 'react-i18next';
import type { Text } from '../api/model';

/** Instants are shown in the city's zone, whatever the reader's own. */
const ZONE = 'Asia/Shanghai';

/** ¥1,234.56 from fen, by whole-number arithmetic. */
export function yuan(fen: number): string {
  const [sign, whole] = fen < 0 ? ['-', -fen] : ['', fen];
  const cents = String(whole % 100).padStart(2, '0');
  return `${sign}\u00a5${count(Math.floor(whole / 100))}.${cents}`;
}

export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** 1.9 GB: powers of 1000, one digit. */
export function size(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}

/** 2026-11-23 16:20:07 in the city's zone. */
export function instant(iso: string): string {
  return new Date(iso).toLocaleString('sv-SE', { timeZone: ZONE });
}

/** 2026-11-23 16:20, where seconds say nothing. */
export function minute(iso: string): string {
  return instant(iso).slice(0, 16);
}

export function timeOf(iso: string): string {
  return instant(iso).slice(11);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Words that depend on the language: week days and texts that come in both. */
export function useWords() {
  const { i18n } = useTranslation();
  const chinese = i18n.language !== 'en';
  return {
    day(iso: string): string {
      const name = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' });
      return `${iso} ${name.format(new Date(`${iso}T00:00:00Z`))}`;
    },
    text: (text: Text): string => (chinese ? text.zh : text.en),
    /** The same as a label or a sentence stands: English begins with a capital. */
    label: (text: Text): string => (chinese ? text.zh : capital(text.en)),
    capital,
  };
}
