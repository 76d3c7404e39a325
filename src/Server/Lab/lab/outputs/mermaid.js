import { IMermaidManager, MERMAID_MIME_TYPE } from '@jupyterlab/mermaid';
import { Widget } from '@lumino/widgets';
import { PromiseDelegate } from '@lumino/coreutils';
import { guarded } from './guard.js';

const manager = new PromiseDelegate();

/**
 * A diagram: its text until Mermaid, which is large, is there and the page has a moment. JupyterLab's own writes the drawing into the
 * notebook that is looked at.
 */
class Diagram extends Widget {
  async renderModel(model) {
    const text = String(model.data[MERMAID_MIME_TYPE] ?? '');
    if (text === this._text) return;
    this._text = text;
    const source = document.createElement('pre');
    source.textContent = text;
    this.node.replaceChildren(source);
    // Not awaited: the notebook does not wait for it.
    requestIdleCallback(() => this._draw(text).catch(error => console.warn('A diagram could not be drawn:', error)), { timeout: 1000 });
  }

  async _draw(text) {
    const mermaid = await manager.promise;
    await guarded(this.node, text, async () => {
      const figure = await mermaid.renderFigure(text);
      if (this.isDisposed || text !== this._text) return;
      this.node.classList.add(...figure.classList);
      this.node.replaceChildren(...figure.childNodes);
    });
  }
}

export const diagramFactory = { safe: true, mimeTypes: [MERMAID_MIME_TYPE], createRenderer: () => new Diagram() };

// Before HTML (50), which stands beside it for front ends that cannot draw it.
export const diagramRank = 45;

/** Gives diagrams what draws them. */
export const useMermaid = found => manager.resolve(found);

export default {
  id: '@qiansi/lab:mermaid',
  description: 'Draws diagrams in outputs.',
  autoStart: true,
  requires: [IMermaidManager],
  activate: (_, found) => useMermaid(found)
};
