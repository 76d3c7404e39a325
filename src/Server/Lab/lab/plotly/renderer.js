import { Widget } from '@lumino/widgets';
import { guarded } from '../outputs/guard.js';
import { onThemeChange, themed } from './theme.js';

const MediaType = 'application/vnd.plotly.v1+json';

/** A figure; Plotly itself is loaded with the first one. */
class Figure extends Widget {
  constructor() {
    super();
    this.addClass('qn-Plotly');
    this._stopListening = onThemeChange(() => this._draw());
    this._observer = new ResizeObserver(() => this._fit());
    this._observer.observe(this.node);
  }

  async renderModel(model) {
    this._figure = model.data[MediaType];
    await this._draw();
  }

  async _draw() {
    if (!this._figure) return;
    this._plotly ??= (await import('plotly.js-dist-min')).default;
    if (this.isDisposed) return;
    const { data = [], layout = {}, config = {}, frames = [] } = structuredClone(this._figure);
    await guarded(this.node, JSON.stringify(this._figure), async () => {
      if (!this._drawn) this.node.replaceChildren();
      // What a person has zoomed or hidden stays when the theme changes.
      const themedLayout = themed(layout, this.node);
      await this._plotly.react(this.node, { data, layout: themedLayout, config: { displaylogo: false, ...config, responsive: false }, frames });
      this._drawn = true;
    });
  }

  _fit() {
    if (this._drawn && !this.isDisposed && this.node.isConnected && this.node.clientWidth > 0 && !this._figure.layout?.width) this._plotly.Plots.resize(this.node);
  }

  dispose() {
    if (this.isDisposed) return;
    this._stopListening();
    this._observer.disconnect();
    if (this._drawn) this._plotly.purge(this.node);
    super.dispose();
  }
}

export default {
  id: '@qiansi/lab:plotly',
  description: 'Shows Plotly figures, in the colours of the theme.',
  rendererFactory: { safe: true, mimeTypes: [MediaType], createRenderer: () => new Figure() },
  rank: 0,
  dataType: 'json',
  fileTypes: [{ name: 'plotly', displayName: 'Plotly figure', mimeTypes: [MediaType], extensions: ['.plotly', '.plotly.json'] }],
  documentWidgetFactoryOptions: { name: 'Plotly', primaryFileType: 'plotly', fileTypes: ['plotly'], defaultFor: ['plotly'] }
};
