// House rules a type checker does not know. Prints each breach and exits 1 if there is one.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const MAX_LINES = 250;
const rules = [
  [/\bany\b(?!\w)/, 'the type any', (line) => /[:<|,(]\s*any\b|\bas any\b/.test(line)],
  [/console\./, 'console output'],
  [/dangerouslySetInnerHTML|innerHTML|\beval\(/, 'markup or code from text'],
  [/@ts-ignore|@ts-nocheck|eslint-disable/, 'a switched-off check'],
  [
    /\b(localStorage|sessionStorage)\b/,
    'browser storage outside src/session and src/locales',
    null,
    /^src\/(session|locales)\/|\.test\.tsx?$/,
  ],
  [/\bfetch\(/, 'a request outside src/api', null, /^src\/(api|testing)\//],
  [/style=\{\{[^}]*#[0-9a-fA-F]{3,6}/, 'a colour that is not a token'],
];

function under(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? under(path) : [path];
  });
}

const breaches = [];
for (const path of under('src').filter((file) => /\.tsx?$/.test(file) && !file.endsWith('generated.d.ts'))) {
  const lines = readFileSync(path, 'utf8').split('\n');
  if (lines.length > MAX_LINES) {
    breaches.push(`${path}: ${lines.length} lines, at most ${MAX_LINES}`);
  }
  lines.forEach((line, at) => {
    for (const [pattern, what, also, allowed] of rules) {
      if (pattern.test(line) && (!also || also(line)) && !allowed?.test(path)) {
        breaches.push(`${path}:${at + 1}: ${what}`);
      }
    }
  });
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
for (const [name, entry] of Object.entries(lock.packages)) {
  if (entry.resolved) {
    breaches.push(
      `package-lock.json: ${name} carries a registry address (npm reads .npmrc only from this folder)`,
    );
  }
}

breaches.forEach((breach) => console.error(breach));
process.exit(breaches.length === 0 ? 0 : 1);
