import { MimeModel } from '@jupyterlab/rendermime';
import { MessageLoop } from '@lumino/messaging';
import { Widget } from '@lumino/widgets';
import { LiveCell } from './codeCell.js';

/** Makes the elements of slides. */
export class SlideBuilder {
  constructor(context) {
    this._context = context;
    this.cells = [];
    this._texts = [];
  }

  /** One slide, or several below each other. */
  column(slides) {
    if (slides.length === 1) return this._slide(slides[0]);
    const stack = document.createElement('section');
    stack.append(...slides.map(s => this._slide(s)));
    return stack;
  }

  /** To be called when everything is in the page. */
  attach() {
    // Only what knows that it is in the page typesets its formulas.
    for (const widget of [...this._texts, ...this.cells.map(c => c.output)]) MessageLoop.sendMessage(widget, Widget.Msg.AfterAttach);
  }

  /** The cells of a slide, in order. */
  cellsOn(slide) {
    return this.cells.filter(cell => slide?.contains(cell.node));
  }

  /** Editors that were hidden measure themselves anew. */
  refresh(slide) {
    for (const cell of this.cellsOn(slide)) cell.editor.requestMeasure();
  }

  _slide({ cells, notes }) {
    const section = document.createElement('section');
    const steps = new Map();
    for (const { cell, step } of cells) {
      if (step > 0 && !steps.has(step)) {
        const fragment = section.appendChild(document.createElement('div'));
        fragment.className = 'fragment';
        steps.set(step, fragment);
      }
      (steps.get(step) ?? section).append(this.cell(cell));
    }
    if (notes.length > 0) {
      const aside = section.appendChild(document.createElement('aside'));
      aside.className = 'notes';
      aside.append(...notes.map(cell => this.cell(cell)));
    }
    return section;
  }

  /** The element of a cell. */
  cell(cell) {
    if (cell.cell_type === 'code') {
      const live = new LiveCell(cell, this._context);
      this.cells.push(live);
      return live.node;
    }
    const node = document.createElement('div');
    node.className = 'qn-text';
    if (cell.cell_type !== 'markdown') {
      node.appendChild(document.createElement('pre')).textContent = cell.source;
      return node;
    }
    const { rendering } = this._context;
    const renderer = rendering.createRenderer('text/markdown');
    const data = { 'text/markdown': withAttachments(cell) };
    void renderer.renderModel(new MimeModel({ data, trusted: cell.metadata?.trusted === true }));
    this._texts.push(renderer);
    node.append(renderer.node);
    return node;
  }
}

/** Pictures that are kept in the cell become part of the text. */
function withAttachments(cell) {
  return cell.source.replace(/attachment:([^)\s"']+)/g, (whole, name) => {
    const [[type, data] = []] = Object.entries(cell.attachments?.[decodeURIComponent(name)] ?? {});
    return type ? `data:${type};base64,${data}` : whole;
  });
}
