import { IToolbarWidgetRegistry } from '@jupyterlab/apputils';
import { INotebookTracker } from '@jupyterlab/notebook';
import { Widget } from '@lumino/widgets';
import { cellLanguage, notebookLanguage, setCellLanguage } from './cellLanguage.js';
import { languages } from './names.js';

/** A list in the toolbar of a code cell that says and changes its language. */
export default {
  id: '@qiansi/lab:languages',
  description: 'Chooses the language of a cell.',
  autoStart: true,
  requires: [INotebookTracker, IToolbarWidgetRegistry],
  activate: (_, tracker, toolbars) => {
    toolbars.addFactory('Cell', 'language', cell => new Picker(cell, () => tracker.find(panel => panel.content.widgets.includes(cell))?.model));
  }
};

class Picker extends Widget {
  constructor(cell, findNotebook) {
    super({ node: document.createElement('div') });
    this.addClass('qn-Picker');
    this._cell = cell.model;
    this._findNotebook = findNotebook;
    this._select = this.node.appendChild(document.createElement('select'));
    this._select.title = this._select.ariaLabel = 'Language of this cell';
    // Keys and clicks are the list's own, not commands of the notebook.
    for (const type of ['keydown', 'mousedown', 'dblclick']) this._select.addEventListener(type, event => event.stopPropagation());
    this._select.addEventListener('change', () => this._choose());
    for (const signal of [this._cell.contentChanged, this._cell.metadataChanged]) signal.connect(this._show, this);
    this._show();
  }

  dispose() {
    if (this.isDisposed) return;
    for (const signal of [this._cell.contentChanged, this._cell.metadataChanged]) signal.disconnect(this._show, this);
    super.dispose();
  }

  _show() {
    const notebook = this._findNotebook();
    const own = notebook && notebookLanguage(notebook);
    this.node.hidden = this._cell.type !== 'code' || !own;
    if (this.node.hidden) return;
    const current = cellLanguage(this._cell) ?? own;
    const offered = languages.filter(l => !l.foreign || l === current || l === own);
    if (this._select.childElementCount !== offered.length) this._select.replaceChildren(...offered.map(l => new Option(l.label, l.name)));
    this._select.value = current.name;
  }

  _choose() {
    const notebook = this._findNotebook();
    const language = languages.find(l => l.name === this._select.value);
    if (notebook && language) setCellLanguage(this._cell, language, notebook);
  }
}
