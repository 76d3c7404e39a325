import { ISanitizer } from '@jupyterlab/apputils';
import { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import { showPictures } from './pictures.js';
import { svgFactory } from './svg.js';

/** Notebooks from elsewhere look as their authors saw them, before anybody trusts them; no script of theirs runs. */
export default {
  id: '@qiansi/lab:untrusted',
  description: 'Shows drawings and styles of notebooks that are not trusted.',
  autoStart: true,
  requires: [ISanitizer, IRenderMimeRegistry],
  activate: (_, sanitizer, rendering) => {
    showPictures(sanitizer);
    rendering.addFactory(svgFactory);
  }
};
