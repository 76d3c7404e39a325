import { showErrorMessage } from '@jupyterlab/apputils';
import { PageConfig, PathExt } from '@jupyterlab/coreutils';
import { IRenderMimeRegistry } from '@jupyterlab/rendermime';

/**
 * A link in a text opens its file, or says why not. JupyterLab takes one that leads out of the served folder for one into it, and is silent
 * where there is no such file.
 */
export default {
  id: '@qiansi/lab:links',
  description: 'Says why a link cannot be opened.',
  autoStart: true,
  requires: [IRenderMimeRegistry],
  activate: (app, rendering) => {
    rendering.linkHandler = {
      ...rendering.linkHandler,
      handleLink: (anchor, path, id) => {
        if (anchor.hasAttribute('download')) return;
        const written = anchor.getAttribute('href');
        anchor.addEventListener('click', event => {
          event.preventDefault();
          void open(app, anchor, written, path, id);
        });
      }
    };
  }
};

async function open(app, anchor, written, path, id) {
  const folder = PathExt.dirname([...app.shell.widgets('main')].find(widget => widget.node.contains(anchor))?.context?.path ?? '');
  const root = PageConfig.getOption('serverRoot');
  if (leadsOut(folder, written)) {
    const why = `${written} is not in ${root}, and only what is in there is served. Start nb lab for a folder further up to open it.`;
    await showErrorMessage('Outside of the served folder', why);
    return;
  }
  try {
    await app.commands.execute('rendermime:handle-local-link', { path, id });
  } catch (error) {
    await showErrorMessage(`${path} cannot be opened`, error);
  }
}

function leadsOut(folder, written) {
  let depth = folder ? folder.split('/').length : 0;
  for (const part of written.split(/[?#]/)[0].split('/')) {
    if (part === '..') depth--;
    else if (part !== '.' && part !== '') depth++;
    if (depth < 0) return true;
  }
  return false;
}
