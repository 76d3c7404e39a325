// What the build calls: makes dist/ when it is missing or older than its sources, with npm and build.mjs. Needs nothing but node.
//
// Never fails: why there is no bundle stands in dist/problem.txt, which travels to the program beside the bundle. What was bundled is kept for other clones of
// the same sources in the user's cache. A failure of npm is remembered for ten minutes, so that builds without network stay quick.
//
// --discard removes what npm has fetched once it is bundled. NB_PROGRESS names a file that gets a line a step, for a person who waits.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = dirname(fileURLToPath(import.meta.url));
const dist = join(home, 'dist');
const problem = join(dist, 'problem.txt');
const RetryAfter = 10 * 60_000;
const packages = join(home, 'node_modules');
const discards = process.argv.includes('--discard');
const Oldest = 20;

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(e => {
    const path = join(folder, e.name);
    if (e.isDirectory()) return /^(node_modules|dist.*|\..*)$/.test(e.name) ? [] : sources(path);
    return /\.(mjs|js|json|css|svg|png)$/.test(e.name) ? [path] : [];
  });
}

function contentKey() {
  const hash = createHash('sha256');
  for (const file of sources(home).sort()) hash.update(file.slice(home.length).replaceAll('\\', '/') + '\0').update(readFileSync(file, 'utf8').replaceAll('\r\n', '\n') + '\0');
  return hash.digest('hex').slice(0, 16);
}

/** The rule of the C# side's CacheFolder. */
function cacheFolder() {
  if (process.platform === 'win32') return join(process.env.LOCALAPPDATA ?? homedir(), 'qiansi', 'cache', 'lab');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'qiansi', 'lab');
  const chosen = process.env.XDG_CACHE_HOME ?? '';
  return join(isAbsolute(chosen) ? chosen : join(homedir(), '.cache'), 'qiansi', 'lab');
}

/** Tells the build's log, and the person who waits for it. */
function say(line) {
  console.log(`JupyterLab: ${line}`);
  try {
    if (process.env.NB_PROGRESS) appendFileSync(process.env.NB_PROGRESS, `  JupyterLab: ${line}\n`);
  } catch (error) {
    console.log(`The progress is not shown: ${error.message}`);
  }
}

/** Takes a step that lasts. */
function step(line, action) {
  const began = Date.now();
  say(`${line} …`);
  action();
  return `${Math.round((Date.now() - began) / 1000)} s`;
}

const megabytes = folder => Math.round(readdirSync(folder, { recursive: true, withFileTypes: true }).reduce((sum, e) => sum + (e.isFile() ? statSync(join(e.parentPath, e.name)).size : 0), 0) / 2 ** 20);

/** Runs a command; its last words become the error. */
function run(command, args, name) {
  const result = spawnSync(command, args, { cwd: home, encoding: 'utf8', shell: process.platform === 'win32', maxBuffer: 1 << 26 });
  if (result.error) throw new Error(`${name} could not be started: ${result.error.message}`);
  if (result.status === 0) return;
  const lines = `${result.stdout}\n${result.stderr}`.split('\n').map(l => l.trim()).filter(l => l && !l.includes('A complete log') && !/^npm (error|warn) *$/.test(l));
  throw new Error(`${name} ended with exit code ${result.status}: ${lines.slice(name === 'npm' ? 0 : -12).slice(0, 6).join(' ')}`);
}

function lastWords(file) {
  return existsSync(file) && Date.now() - statSync(file).mtimeMs < RetryAfter ? readFileSync(file, 'utf8').trim() : undefined;
}

/** Only one process at a time makes the bundle; a lock whose holder is gone is taken over. */
async function withLock(action) {
  const lock = join(home, 'dist.lock');
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (!alive(lock)) rmSync(lock, { force: true });
      await new Promise(done => setTimeout(done, 500));
    }
  }
  try {
    return action();
  } finally {
    rmSync(lock, { force: true });
  }
}

function alive(lock) {
  try {
    const holder = Number(readFileSync(lock, 'utf8'));
    // An empty file is being written just now.
    if (!holder) return Date.now() - statSync(lock).mtimeMs < 10_000;
    process.kill(holder, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

const isMade = key => existsSync(join(dist, 'bundle.json')) && existsSync(join(dist, 'key')) && readFileSync(join(dist, 'key'), 'utf8') === key;

function touch() {
  const now = new Date();
  utimesSync(join(dist, 'bundle.json'), now, now);
}

/** Puts a complete folder in the place of another. */
function replace(folder, fresh) {
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
}

function keep(key) {
  const cache = cacheFolder();
  const fresh = join(cache, `new-${process.pid}`);
  try {
    cpSync(dist, fresh, { recursive: true });
    replace(join(cache, key), fresh);
    const old = readdirSync(cache).map(n => join(cache, n)).filter(p => Date.now() - statSync(p).mtimeMs > Oldest * 86_400_000);
    for (const folder of old) rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    console.log(`JupyterLab's bundle is not kept in ${cache} for other clones: ${error.message}`);
  }
}

function make(key) {
  if (isMade(key)) return touch();
  const fresh = `${dist}.new`;
  rmSync(fresh, { recursive: true, force: true });
  const kept = join(cacheFolder(), key);
  if (existsSync(join(kept, 'bundle.json'))) {
    say(`taken from ${kept}, where another clone has left it`);
    cpSync(kept, fresh, { recursive: true });
    replace(dist, fresh);
    return touch();
  }
  const installed = join(packages, '.installed');
  const lockText = readFileSync(join(home, 'package-lock.json'), 'utf8');
  if (!existsSync(installed) || readFileSync(installed, 'utf8') !== lockText) {
    const time = step('npm ci fetches its packages, half a gigabyte', () => run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'], 'npm'));
    writeFileSync(installed, lockText);
    say(`npm ci took ${time}, ${megabytes(packages)} MB in ${packages}${discards ? ', removed when they are bundled' : ''}`);
  }
  const time = step('bundling', () => run(process.execPath, ['build.mjs', fresh], 'The bundler'));
  say(`bundling took ${time}, ${megabytes(fresh)} MB`);
  if (discards) rmSync(packages, { recursive: true, force: true });
  writeFileSync(join(fresh, 'key'), key);
  replace(dist, fresh);
  keep(key);
}

await withLock(() => {
  const key = contentKey();
  const failure = existsSync(problem) && lastWords(problem);
  if (failure && !isMade(key)) return console.log(failure);
  try {
    make(key);
    rmSync(problem, { force: true });
  } catch (error) {
    const text = `JupyterLab could not be bundled, everything else works: ${error.message}`;
    mkdirSync(dist, { recursive: true });
    writeFileSync(problem, text + '\n');
    console.log(text);
  }
});
