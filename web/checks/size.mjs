// Weighs what a browser loads for the first page (the entry and what it imports at once), gzipped.
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

const LIMIT_KB = 350;
const folder = join('target', 'classes', 'static');
const html = readFileSync(join(folder, 'index.html'), 'utf8');
const first = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((match) => match[1]);

/** The file and everything it imports statically. */
function closure(paths) {
  const seen = new Set();
  const open = [...paths];
  for (let path = open.pop(); path; path = open.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    if (!path.endsWith('.js')) continue;
    const text = readFileSync(join(folder, path), 'utf8');
    for (const match of text.matchAll(/(?:from|import)\s*["'](\.\/[^"']+)["']/g)) {
      open.push(posix.join(dirname(path), match[1]));
    }
  }
  return [...seen];
}

const bytes = closure(first).reduce(
  (sum, path) => sum + gzipSync(readFileSync(join(folder, path))).length,
  0,
);
const kb = Math.round(bytes / 1024);
console.log(`web: first load ${kb} kB gzipped, limit ${LIMIT_KB}`);
process.exit(kb <= LIMIT_KB ? 0 : 1);
