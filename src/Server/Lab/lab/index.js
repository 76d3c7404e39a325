import './publicPath.js';
import { JupyterLab } from '@jupyterlab/application';
import { PageConfig } from '@jupyterlab/coreutils';
import { IConnectionStatus, IServiceManager } from '@jupyterlab/services';
import { PluginRegistry } from '@lumino/coreutils';
import { plugins, renderers } from './extensions.js';
import { diagramFactory, diagramRank } from './outputs/mermaid.js';
import { timed } from './outputs/vega.js';
import ours from './plugins.js';

const { isDeferred, isDisabled } = PageConfig.Extension;

/** What a module exports: one or several, as default export or as CommonJS. */
function* exported({ extension, module }) {
  const value = 'default' in module ? module.default : module;
  for (const item of Array.isArray(value) ? value : [value]) yield { extension, item };
}

/** Renderers of JupyterLab that write into the notebook which is looked at, or that know no end. */
const replaced = {
  '@jupyterlab/mermaid-extension:factory': () => ({ rendererFactory: diagramFactory, rank: diagramRank }),
  '@jupyterlab/vega5-extension:factory': ({ rendererFactory }) => ({ rendererFactory: timed(rendererFactory) })
};

async function main() {
  const all = [...plugins, { extension: '@qiansi/lab', module: ours.plugins }].flatMap(e => [...exported(e)]);
  const enabled = all.filter(({ item }) => !isDisabled(item.id));
  const ignorePlugins = enabled.filter(({ item }) => isDeferred(item.id)).map(({ item }) => item.id);
  const mimeExtensions = [...renderers, { extension: '@qiansi/lab', module: ours.renderers }]
    .flatMap(e => [...exported(e)])
    .filter(({ item }) => !isDisabled(item.id))
    .map(({ item }) => ({ ...item, ...replaced[item.id]?.(item) }));

  const registry = new PluginRegistry();
  registry.registerPlugins(enabled.map(({ item }) => item));
  const lab = new JupyterLab({
    pluginRegistry: registry,
    serviceManager: await registry.resolveRequiredService(IServiceManager),
    connectionStatus: await registry.resolveOptionalService(IConnectionStatus),
    mimeExtensions,
    disabled: { matches: all.filter(({ item }) => isDisabled(item.id)).map(({ item }) => item.id), patterns: PageConfig.Extension.disabled },
    deferred: { matches: ignorePlugins, patterns: PageConfig.Extension.deferred },
    availablePlugins: all.map(({ extension, item }) => ({
      id: item.id,
      description: item.description ?? '',
      requires: item.requires ?? [],
      optional: item.optional ?? [],
      provides: item.provides ?? null,
      autoStart: item.autoStart,
      enabled: enabled.some(e => e.item.id === item.id),
      extension
    }))
  });
  // Browser tests and people at the console find it here, as in JupyterLab itself.
  window.jupyterapp = lab;
  await lab.start({ ignorePlugins, bubblingKeydown: true });
  await lab.restored;
}

window.addEventListener('load', () =>
  main().catch(error => {
    console.error(error);
    const text = document.createElement('pre');
    text.textContent = `JupyterLab could not start.\n\n${error?.stack ?? error}`;
    document.body.append(text);
  })
);
