import { IEditorLanguageRegistry } from '@jupyterlab/codemirror';
import { INotebookTracker } from '@jupyterlab/notebook';
import { cellLanguage, notebookLanguage } from './cellLanguage.js';
import { registerLanguages } from './registration.js';

/** Each code cell is highlighted as its own language, from the first moment: also without kernel. */
export default {
  id: '@qiansi/lab:highlighting',
  description: 'Highlights each cell in its language.',
  autoStart: true,
  requires: [INotebookTracker, IEditorLanguageRegistry],
  activate: (_, tracker, registry) => {
    registerLanguages(registry);
    tracker.widgetAdded.connect((__, panel) => void panel.context.ready.then(() => watch(panel.model)));
  }
};

/** Keeps the media types of a notebook's code cells right. */
function watch(notebook) {
  const watched = new WeakSet();
  const apply = cell => {
    const language = notebookLanguage(notebook);
    if (cell.type !== 'code' || !language) return;
    const { mime } = cellLanguage(cell) ?? language;
    if (cell.mimeType !== mime) cell.mimeType = mime;
  };
  const all = () => {
    for (const cell of notebook.cells) {
      apply(cell);
      if (watched.has(cell)) continue;
      watched.add(cell);
      // The notebook sets one type for all when a kernel introduces itself.
      for (const signal of [cell.contentChanged, cell.metadataChanged, cell.mimeTypeChanged]) signal.connect(() => apply(cell));
    }
  };
  all();
  notebook.cells.changed.connect(all);
  notebook.metadataChanged.connect(all);
}
