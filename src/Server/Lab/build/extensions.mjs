import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

// They talk to jupyter.org, ask for language servers, or stand where ours stands.
export const allOff = [
  '@jupyterlab/apputils-extension:announcements',
  '@jupyterlab/help-extension:jupyter-forum',
  '@jupyterlab/fileeditor-extension:language-server',
  '@jupyterlab/notebook-extension:language-server',
  '@jupyterlab/application-extension:logo'
];

const read = path => JSON.parse(readFileSync(path, 'utf8'));

/** The packages among the dependencies that extend JupyterLab, and what each of them brings. */
export function extensions(home) {
  const names = Object.keys(read(join(home, 'package.json')).dependencies);
  return names.flatMap(name => {
    const folder = join(home, 'node_modules', name);
    const { version, styleModule, jupyterlab } = read(join(folder, 'package.json'));
    if (!jupyterlab) return [];
    const module = value => (value === true ? name : value && `${name}/${value}`);
    return [
      {
        name,
        version,
        plugins: module(jupyterlab.extension),
        renderers: module(jupyterlab.mimeExtension),
        schemas: jupyterlab.schemaDir && join(folder, jupyterlab.schemaDir),
        style: styleModule && `${name}/${styleModule}`,
        theme: jupyterlab.themePath
      }
    ];
  });
}

/** The module that imports them all; its exports are plugins and MIME renderers, each with the package it is from. */
export function entryModule(found) {
  const lines = found.filter(e => e.style).map(e => `import '${e.style}';`);
  const list = kind =>
    found.filter(e => e[kind]).map((e, i) => {
      lines.push(`import * as ${kind}${i} from '${e[kind]}';`);
      return `{ extension: '${e.name}', module: ${kind}${i} }`;
    });
  const [plugins, renderers] = [list('plugins'), list('renderers')];
  return `${lines.join('\n')}\nexport const plugins = [${plugins}];\nexport const renderers = [${renderers}];\n`;
}

/** Folders of settings' schemas: JupyterLab's, and our own. */
export function schemas(home, found) {
  const own = { from: join(home, 'lab', 'schemas'), to: join('@qiansi', 'lab') };
  return [...found.filter(e => e.schemas).map(e => ({ from: e.schemas, to: e.name })), own].filter(s => existsSync(s.from));
}

/** Versions that a person or the settings API asks for. */
export function versions(home, found) {
  const own = read(join(home, 'package.json')).version;
  const lab = read(join(home, 'node_modules', '@jupyterlab', 'application', 'package.json')).version;
  return { '@qiansi/lab': own, jupyterlab: lab, ...Object.fromEntries(found.map(e => [e.name, e.version])) };
}

/** The package a file of node_modules belongs to: its folder. */
export function packageFolder(file) {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    if (!existsSync(join(folder, 'package.json'))) continue;
    const { name, version } = read(join(folder, 'package.json'));
    if (name && version) return folder;
  }
  return undefined;
}
