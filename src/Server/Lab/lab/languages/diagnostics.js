import { ICommandPalette } from '@jupyterlab/apputils';
import { INotebookTracker, NotebookActions } from '@jupyterlab/notebook';
import { linter } from '@codemirror/lint';

const Target = 'qiansi.editor';
const Kernel = '.net-csharp';
const Pause = 600; // ms without a key before the text is looked at

// Names that an earlier cell may give once it runs: not worth a line below them in a notebook that was only opened.
const MissingNames = ['CS0103', 'CS0117', 'CS0234', 'CS0246', 'CS1061', 'CS8130'];

/** Underlines errors and warnings of the cell that is written, and formats cells. */
export default {
  id: '@qiansi/lab:diagnostics',
  description: 'Underlines errors while a cell is written, and formats cells.',
  autoStart: true,
  requires: [INotebookTracker],
  optional: [ICommandPalette],
  activate: (app, tracker, palette) => {
    const linted = new WeakSet();
    const ran = new WeakSet();
    NotebookActions.executed.connect((_, { notebook }) => ran.add(notebook));
    tracker.activeCellChanged.connect((_, cell) => {
      const panel = tracker.currentWidget;
      if (cell?.model.type !== 'code' || !panel || linted.has(cell)) return;
      linted.add(cell);
      const source = linter(view => diagnose(panel, view, ran), { delay: Pause });
      void cell.ready.then(() => cell.isDisposed || cell.editor?.injectExtension(source));
    });
    const command = 'qiansi:format-cell';
    app.commands.addCommand(command, {
      label: 'Format Cell',
      caption: 'Lays out the code of the cell',
      isEnabled: () => Boolean(kernelOf(tracker.currentWidget)) && tracker.activeCell?.model.type === 'code',
      execute: () => format(tracker.currentWidget, tracker.activeCell)
    });
    palette?.addItem({ command, category: 'Notebook Cell Operations' });
  }
};

/** The notebook's kernel when it is ours and has time. */
function kernelOf(panel) {
  const kernel = panel?.sessionContext.session?.kernel;
  return kernel?.name === Kernel && kernel.status === 'idle' ? kernel : undefined;
}

async function diagnose(panel, view, ran) {
  const kernel = kernelOf(panel);
  if (!kernel) return [];
  const { doc } = view.state;
  const { diagnostics = [] } = await ask(kernel, { do: 'diagnose', code: doc.toString() });
  if (view.state.doc !== doc) return [];
  const place = ([line, column]) => {
    const { from, to } = doc.line(Math.min(line + 1, doc.lines));
    return Math.min(from + column, to);
  };
  return diagnostics
    .filter(d => ran.has(panel.content) || !MissingNames.includes(d.id))
    .map(d => ({ from: place(d.start), to: place(d.end), severity: d.severity, message: `${d.id}: ${d.message}` }));
}

async function format(panel, cell) {
  const kernel = kernelOf(panel);
  if (!kernel) return;
  const before = cell.model.sharedModel.getSource();
  const { code } = await ask(kernel, { do: 'format', code: before });
  if (code !== undefined && code !== before && cell.model.sharedModel.getSource() === before) cell.model.sharedModel.setSource(code);
}

/** Asks by a comm of its own; answered with nothing by a kernel that does not know the question. */
const ask = (kernel, question) => new Promise(done => {
  const comm = kernel.createComm(Target);
  comm.onMsg = message => done(message.content.data);
  comm.onClose = () => done({});
  comm.open(question);
});
