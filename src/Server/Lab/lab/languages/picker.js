import { IToolbarWidgetRegistry } from '@jupyterlab/apputils';
import { INotebookTracker } from '@jupyterlab/notebook';
import { Widget } from '@lumino/widgets';
import { cellLanguage, notebookLanguage, setCellLanguage } from './cellLanguage.js';
import { refreshLanguages, runningLanguages } from './running.js';

/** A list in the toolbar of a code cell that says and changes its language. */
export default {
  id: '@qiansi/lab:languages',
  description: 'Chooses the language of a cell.',
  autoStart: true,
  requires: [INotebookTracker, IToolbarWidgetRegistry],
  activate: (_, tracker, toolbars) => {
    toolbars.addFactory('Cell', 'language', cell => new Picker(cell, () => tracker.find(panel => panel.content.widgets.includes(cell))));
  }
};

class Picker extends Widget {
  constructor(cell, findPanel) {
    super({ node: document.createElement('div') });
    this.addClass('qn-Picker');
    this._cell = cell.model;
    this._findPanel = findPanel;
    this._select = this.node.appendChild(document.createElement('select'));
    this._select.title = this._select.ariaLabel = 'Language of this cell';
    // Keys and clicks are the list's own, not commands of the notebook.
    for (const type of ['keydown', 'mousedown', 'dblclick']) this._select.addEventListener(type, event => event.stopPropagation());
    this._select.addEventListener('change', () => this._choose());
    // Packages and connected kernels bring languages while the notebook is open.
    for (const type of ['pointerenter', 'focus']) this._select.addEventListener(type, () => void this._refresh());
    for (const signal of [this._cell.contentChanged, this._cell.metadataChanged]) signal.connect(this._show, this);
    this._show();
  }

  dispose() {
    if (this.isDisposed) return;
    for (const signal of [this._cell.contentChanged, this._cell.metadataChanged]) signal.disconnect(this._show, this);
    super.dispose();
  }

  async _refresh() {
    if ((await refreshLanguages(this._findPanel())) && !this.isDisposed) this._show();
  }

  _show() {
    const panel = this._findPanel();
    const own = panel && notebookLanguage(panel.model);
    this.node.hidden = this._cell.type !== 'code' || !own;
    if (this.node.hidden) return;
    const current = cellLanguage(this._cell) ?? own;
    this._offered = [...new Set([...runningLanguages(panel), own, current])];
    const names = this._offered.map(l => l.name).join();
    if (this._names !== names) this._select.replaceChildren(...this._offered.map(l => new Option(l.label, l.name)));
    this._names = names;
    this._select.value = current.name;
  }

  _choose() {
    const panel = this._findPanel();
    const language = this._offered.find(l => l.name === this._select.value);
    if (panel && language) setCellLanguage(this._cell, language, panel.model);
  }
}
