import { OutputArea, OutputAreaModel, SimplifiedOutputArea } from '@jupyterlab/outputarea';
import { findLanguage } from '../lab/languages/names.js';
import { splitSource } from '../lab/languages/cellLanguage.js';
import { createEditor } from './editor.js';

// As in src/Publishing/Slides: longer code would push what it puts out from the slide.
const MostLines = 14;

/** A cell that can be edited and run where it stands. */
export class LiveCell {
  constructor(cell, { kernel, rendering, kernelName, defaultLanguage }) {
    this._cell = cell;
    this._kernel = kernel;
    this._kernelName = kernelName;
    this.node = document.createElement('div');
    this.node.className = 'qn-cell';
    const frame = document.createElement('div');
    frame.className = 'qn-input';
    this._button = frame.appendChild(document.createElement('button'));
    this._button.className = 'qn-run';
    this._button.addEventListener('click', () => (this._isRunning ? kernel.interrupt() : this.run()));
    const named = cell.metadata?.polyglot_notebook?.kernelName ?? cell.metadata?.dotnet_interactive?.language;
    const language = splitSource(cell.source).language ?? findLanguage(named) ?? defaultLanguage;
    this.node.append(isFolded(cell) ? fold(frame, isLong(cell), () => this.editor.requestMeasure()) : frame);
    frame.hidden = Boolean(cell.metadata?.tags?.includes('remove-input'));
    this.editor = createEditor({
      parent: frame,
      text: cell.source,
      mime: language?.mime ?? 'text/plain',
      run: () => this.run(),
      complete: context => this._complete(context)
    });
    this.model = new OutputAreaModel({ values: cell.outputs ?? [], trusted: cell.metadata?.trusted === true });
    this.output = new SimplifiedOutputArea({ model: this.model, rendermime: rendering });
    this.node.append(this.output.node);
    this._setRunning(false);
  }

  /** Runs the text; resolves to whether it went well. */
  async run() {
    if (this._isRunning) return false;
    this._setRunning(true);
    try {
      const session = await this._kernel.session(this._kernelName);
      this.model.trusted = true;
      const { trusted, ...metadata } = this._cell.metadata ?? {};
      const reply = await OutputArea.execute(this.editor.state.doc.toString(), this.output, { session }, { ...metadata, cellId: this._cell.id });
      return reply?.content.status === 'ok';
    } catch (error) {
      this.model.clear();
      this.model.add({ output_type: 'stream', name: 'stderr', text: `The cell did not run: ${error.message}\n` });
      return false;
    } finally {
      this._setRunning(false);
    }
  }

  _setRunning(isRunning) {
    this._isRunning = isRunning;
    this.node.classList.toggle('qn-running', isRunning);
    this._button.textContent = isRunning ? '■' : '▶';
    this._button.title = this._button.ariaLabel = isRunning ? 'Stop' : 'Run (Shift+Enter)';
  }

  async _complete(context) {
    const text = context.state.doc.toString();
    // The protocol counts code points, the editor UTF-16 units.
    const content = await this._kernel.complete(text, [...text.slice(0, context.pos)].length).catch(() => undefined);
    if (!content?.matches.length) return null;
    const unit = points => [...text].slice(0, points).join('').length;
    const kinds = new Map((content.metadata?._jupyter_types_experimental ?? []).map(t => [t.text, t.type]));
    return { from: unit(content.cursor_start), to: unit(content.cursor_end), options: content.matches.map(m => ({ label: m, type: kinds.get(m) })), validFor: /^\w*$/ };
  }
}

function isLong(cell) {
  const outputs = cell.outputs ?? [];
  const lines = cell.source.trim().split('\n').length;
  return outputs.length > 0 && lines > (outputs.some(o => o.data) ? MostLines / 2 : MostLines);
}

const isFolded = cell => isLong(cell) || cell.metadata?.jupyter?.source_hidden || cell.metadata?.tags?.includes('hide-input');

function fold(content, isLong, opened) {
  const details = document.createElement('details');
  details.className = isLong ? 'input-fold long' : 'input-fold';
  details.appendChild(document.createElement('summary')).textContent = 'Show code';
  details.append(content);
  details.addEventListener('toggle', opened);
  return details;
}
