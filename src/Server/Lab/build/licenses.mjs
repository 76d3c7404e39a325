import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from './extensions.mjs';

/** The packages whose files are in the bundle, in the form JupyterLab's licence list has. */
export function bundledPackages(home, modules, found) {
  const folders = new Set(found.map(e => join(home, 'node_modules', e.name)).concat(join(home, 'node_modules', 'reveal.js')));
  const looked = new Set();
  for (const file of files(modules)) {
    const folder = file.slice(0, file.lastIndexOf('/'));
    if (looked.has(folder)) continue;
    looked.add(folder);
    const owner = packageFolder(file);
    if (owner?.includes('node_modules')) folders.add(owner);
  }
  const packages = [...folders].map(describe);
  return packages.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** The same as a text. */
export function licenseText(packages) {
  const parts = packages.map(p => `${p.name} ${p.versionInfo} (${p.licenseId})\n\n${p.extractedText || 'The package has no licence text of its own.\n'}`);
  return `What this folder was bundled of, and under which licences.\n\n${parts.join('\n' + '-'.repeat(80) + '\n\n')}`;
}

function* files(modules) {
  for (const module of modules ?? []) {
    const path = module.nameForCondition?.replaceAll('\\', '/');
    if (path?.includes('node_modules')) yield path;
    yield* files(module.modules);
  }
}

function describe(folder) {
  const { name, version, license, licenses } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder).filter(f => /^(licen[sc]e|copying|notice)/i.test(f) && existsSync(join(folder, f)));
  const id = typeof license === 'string' ? license : (license?.type ?? licenses?.map(l => l.type).join(' OR ') ?? '');
  return { name, versionInfo: version, licenseId: id, extractedText: texts.map(f => readFileSync(join(folder, f), 'utf8')).join('\n') };
}
