import { RenderedSVG, renderSVG } from '@jupyterlab/rendermime';

/** A drawing as an image, in which no browser runs scripts or fetches anything: whoever sent it need not be trusted. */
class Drawing extends RenderedSVG {
  render(model) {
    const source = String(model.data[this.mimeType]);
    return (this._rendered = renderSVG({ host: this.node, source, trusted: true, unconfined: model.metadata[this.mimeType]?.unconfined }));
  }
}

export const svgFactory = { safe: true, mimeTypes: ['image/svg+xml'], defaultRank: 80, createRenderer: options => new Drawing(options) };
