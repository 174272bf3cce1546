// Builds the web application into target/classes/static; does nothing when its inputs have not changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
process.chdir(root);

const skipTests = process.argv.includes('--skip-tests=true');
const sources = ['src', 'public', 'checks'];
const files = [
  'build.mjs',
  'index.html',
  'openapi.json',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
  '.prettierrc.json',
];
const generated = join('src', 'api', 'generated.d.ts');
const stamp = join('target', 'web.sha256');
const lockStamp = join('node_modules', '.gongshu-lock.sha256');

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(path) : [path];
    })
    .filter((path) => path !== generated);
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of [...paths].sort()) {
    const bytes = readFileSync(path);
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** One named step of the build; a failed one ends it with that name. */
function run(what, command, args) {
  const started = Date.now();
  const done = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, CI: 'true' } });
  if (done.status !== 0) {
    console.error(`web: ${what} failed${done.error ? `: ${done.error.message}` : ''}`);
    process.exit(1);
  }
  console.log(`web: ${what} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}

function tool(what, name, ...args) {
  run(what, process.execPath, [join('node_modules', ...name), ...args]);
}

const inputs = `${hashOf([...files, ...sources.flatMap(filesUnder)])}${skipTests ? ' untested' : ''}`;
const built = read(stamp);
const current = built === inputs || built === inputs.replace(' untested', '');
if (current && existsSync(join('target', 'classes', 'static', 'index.html'))) {
  console.log('web: unchanged');
  process.exit(0);
}

const lock = hashOf(['package-lock.json']);
if (read(lockStamp) !== lock) {
  run('dependencies', 'npm', ['ci', '--no-audit', '--no-fund']);
  writeFileSync(lockStamp, lock);
}
tool('client types', ['openapi-typescript', 'bin', 'cli.js'], 'openapi.json', '-o', generated);
tool('types', ['typescript', 'bin', 'tsc'], '--noEmit');
tool('format', ['prettier', 'bin', 'prettier.cjs'], '--check', '--log-level', 'warn', '.');
run('lint', process.execPath, [join('checks', 'lint.mjs')]);
if (!skipTests) {
  tool('tests', ['vitest', 'vitest.mjs'], 'run');
}
tool('bundle', ['vite', 'bin', 'vite.js'], 'build', '--logLevel', 'warn');
run('size', process.execPath, [join('checks', 'size.mjs')]);
mkdirSync('target', { recursive: true });
writeFileSync(stamp, inputs);
