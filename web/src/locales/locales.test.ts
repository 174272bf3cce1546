import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from './en';
import zh from './zh-CN';

const HAN = /\p{Script=Han}/u;
const PLURAL = /_(one|other)$/;

function texts(node: object, path = ''): [string, string][] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : texts(value as object, `${path}${key}.`),
  ) as [string, string][];
}

const keys = (node: object) => [...new Set(texts(node).map(([key]) => key.replace(PLURAL, '')))].sort();
const marks = (text: string, pattern: RegExp) => [...new Set(text.match(pattern) ?? [])].sort();

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : [path];
  });
}

describe('the locale files', () => {
  it('have the same keys', () => {
    expect(keys(en)).toEqual(keys(zh));
  });

  it('say every text: none is empty, none of the English ones is Chinese but the name of that language', () => {
    for (const [key, text] of [...texts(zh), ...texts(en)]) {
      expect(text.trim(), key).not.toBe('');
    }
    const chinese = texts(en).filter(([, text]) => HAN.test(text));
    expect(chinese.map(([key]) => key)).toEqual(['frame.otherLanguage']);
  });

  it('use in one language no value or link that the other does not know', () => {
    const chinese = new Map(texts(zh));
    for (const [key, text] of texts(en)) {
      const other = chinese.get(key.replace(PLURAL, '')) ?? '';
      expect(marks(text, /<\w+>/g), key).toEqual(marks(other, /<\w+>/g));
      // A singular may do without the number it stands for; "all" exists only where English needs the whole.
      const extra = marks(text, /\{\{[\w, ]+\}\}/g).filter(
        (mark) => !other.includes(mark) && mark !== '{{all}}',
      );
      expect(extra, key).toEqual([]);
    }
  });

  it('give English both numbers wherever it has one', () => {
    const all = new Set(texts(en).map(([key]) => key));
    for (const key of all) {
      if (key.endsWith('_one')) {
        expect(all.has(key.replace(PLURAL, '_other')), key).toBe(true);
      }
    }
  });
});

describe('the code', () => {
  it('holds no Chinese text outside the locale files and tests', () => {
    const code = sources('src').filter(
      (path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|^src\/(locales|testing)\//.test(path),
    );
    expect(code.length).toBeGreaterThan(50);
    expect(code.filter((path) => HAN.test(readFileSync(path, 'utf8')))).toEqual([]);
  });
});
