// Bundles JupyterLab and live slides into one folder that the server serves: node build.mjs [folder]
//
// static/        scripts and what they load, names with the hash of their content
// schemas/       settings of each extension, as Jupyter Server's settings API lists them
// themes/        one style sheet a theme
// reveal/        reveal.js as it is, for slides in one file
// bundle.json    which scripts each page starts with, versions, extensions that stay off
// licenses.json  the packages inside, with their licences; THIRD-PARTY-LICENSES.txt has the same for people
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rspack } from '@rspack/core';
import { allOff, entryModule, extensions, schemas, versions } from './build/extensions.mjs';
import { bundledPackages, licenseText } from './build/licenses.mjs';
import { rules } from './build/rules.mjs';

const home = dirname(fileURLToPath(import.meta.url));
const output = resolve(process.argv[2] ?? join(home, 'dist'));
const found = extensions(home);
const revealFiles = ['reveal.js', 'reveal.css', 'plugin/notes.js'];

const application = {
  name: 'application',
  mode: 'production',
  context: home,
  entry: { lab: './lab/index.js', slides: './slides/index.js' },
  output: {
    path: join(output, 'static'),
    filename: '[name].[contenthash].js',
    chunkFilename: '[contenthash].js',
    assetModuleFilename: '[contenthash][ext]',
    hashFunction: 'xxhash64'
  },
  resolve: { fallback: { path: 'path-browserify', buffer: false, url: false, fs: false, util: false } },
  module: { rules },
  optimization: { moduleIds: 'deterministic', splitChunks: { chunks: 'all', maxInitialRequests: 8 } },
  plugins: [
    new rspack.ProvidePlugin({ process: 'process/browser.js' }),
    new rspack.experiments.VirtualModulesPlugin({ 'lab/extensions.js': entryModule(found) })
  ]
};

const themes = {
  name: 'themes',
  mode: 'production',
  context: home,
  entry: Object.fromEntries(found.filter(e => e.theme).map(e => [e.name, `${e.name}/${e.theme}`])),
  output: { path: join(output, 'themes'), filename: '[name]/index.js' },
  module: {
    rules: [
      { test: /\.css$/, use: [rspack.CssExtractRspackPlugin.loader, 'css-loader'], type: 'javascript/auto' },
      { test: /\.(svg|png|jpg|gif|woff2?|ttf|eot)$/, type: 'asset/inline' }
    ]
  },
  plugins: [new rspack.CssExtractRspackPlugin({ filename: '[name]/index.css' })]
};

function changeDefault(schema, property, value) {
  const file = join(output, 'schemas', schema);
  const content = JSON.parse(readFileSync(file, 'utf8'));
  content.properties[property].default = value;
  writeFileSync(file, JSON.stringify(content, null, 2));
}

function bundle(configurations) {
  return new Promise((done, fail) => {
    const compiler = rspack(configurations);
    compiler.run((error, stats) => {
      if (error) return fail(error);
      if (stats.hasErrors()) return fail(new Error(stats.toString({ all: false, errors: true })));
      compiler.close(closed => (closed ? fail(closed) : done(stats)));
    });
  });
}

rmSync(output, { recursive: true, force: true });
const [stats] = (await bundle([application, themes])).stats;
const { entrypoints, modules } = stats.toJson({ all: false, entrypoints: true, modules: true, nestedModules: true, modulesSpace: Infinity, nestedModulesSpace: Infinity, cachedModules: true });

for (const theme of found.filter(e => e.theme)) rmSync(join(output, 'themes', theme.name, 'index.js'));
for (const { from, to } of schemas(home, found)) cpSync(from, join(output, 'schemas', to), { recursive: true });
// The first completion of a kernel that has just started takes longer than the second JupyterLab waits.
changeDefault('@jupyterlab/completer-extension/manager.json', 'providerTimeout', 5000);
for (const file of revealFiles) cpSync(join(home, 'node_modules/reveal.js/dist', file), join(output, 'reveal', basename(file)));

const packages = bundledPackages(home, modules, found);
writeFileSync(join(output, 'licenses.json'), JSON.stringify({ packages }));
writeFileSync(join(output, 'THIRD-PARTY-LICENSES.txt'), licenseText(packages));

const all = versions(home, found);
const scripts = name => entrypoints[name].assets.map(a => a.name).filter(a => a.endsWith('.js'));
mkdirSync(output, { recursive: true });
writeFileSync(
  join(output, 'bundle.json'),
  JSON.stringify({
    appVersion: all['jupyterlab'],
    scripts: scripts('lab'),
    disabledExtensions: allOff,
    pages: { slides: scripts('slides') },
    versions: all
  }, null, 2)
);
