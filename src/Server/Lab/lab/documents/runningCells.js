import { INotebookTracker } from '@jupyterlab/notebook';
import { PromiseDelegate } from '@lumino/coreutils';

/**
 * A page that comes back while cells run shows them running, with all they have put out and what is still to come: the server tells it the
 * story of each.
 */
export default {
  id: '@qiansi/lab:running-cells',
  description: 'Goes on showing cells that another page has started.',
  autoStart: true,
  requires: [INotebookTracker],
  activate: (_, tracker) => tracker.widgetAdded.connect((__, panel) => follow(panel))
};

function follow(panel) {
  const { sessionContext, context } = panel;
  const runs = new Map();
  // In the order they came, once there are cells that they can belong to.
  let queue = context.ready;
  sessionContext.iopubMessage.connect((_, message) => {
    queue = queue.then(() => {
      if (panel.isDisposed) return;
      const request = message.parent_header.msg_id;
      const { msg_type: type } = message.header;
      if (type === 'qiansi_saved') {
        update(context, message.content);
      } else if (type === 'qiansi_running') {
        // The file that was opened has these outputs already.
        if (message.content.hash && !update(context, message.content)) return;
        const cell = panel.content.widgets.find(widget => widget.model.id === message.content.cell_id);
        if (cell?.model.type === 'code') runs.set(request, new Run(cell, message.parent_header));
      } else if (runs.get(request)?.take(message)) {
        runs.delete(request);
      }
    });
  });
  // What a cell asks comes by another channel, of which a page hears only through its kernel.
  sessionContext.kernelChanged.connect((_, { newValue: kernel }) => kernel?.anyMessage.connect((__, { msg, direction }) => {
    if (direction !== 'recv' || msg.header.msg_type !== 'input_request') return;
    queue = queue.then(() => runs.get(msg.parent_header.msg_id)?.ask(msg, kernel));
  }));
  sessionContext.statusChanged.connect((_, status) => {
    if (!/restarting|dead/.test(status)) return;
    queue = queue.then(() => {
      for (const run of runs.values()) run.end();
      runs.clear();
    });
  });
}

/**
 * The server has written outputs that this page has, or is about to get, into the file: it is no stranger's change.
 * Returns whether the page knew the file as it was before.
 */
function update({ _contentsModel: known }, { hash_before: before, hash }) {
  if (known?.hash !== before) return false;
  known.hash = hash;
  return true;
}

/** What an output area expects of a request that this page has sent, for one that it has not. */
class Run {
  constructor(cell, header) {
    this.msg = { header };
    this._cell = cell;
    this._done = new PromiseDelegate();
    cell.model.clearExecution();
    cell.outputArea.future = this;
    cell.model.trusted = true;
    cell.model.executionState = 'running';
  }

  get done() {
    return this._done.promise;
  }

  /** Shows a message; returns whether it was the last one. */
  take(message) {
    if (this.isDisposed) return true;
    const { msg_type: type } = message.header;
    if (type === 'execute_input') this._count = message.content.execution_count;
    void this.onIOPub(message);
    const isLast = type === 'status' && message.content.execution_state === 'idle';
    if (isLast) this.end();
    return isLast;
  }

  ask(question, kernel) {
    this.sendInputReply = content => kernel.sendInputReply(content, question.header);
    void this.onStdin(question);
  }

  end() {
    if (this.isDisposed || this._cell.isDisposed) return;
    this._cell.model.executionState = 'idle';
    if (this._count !== undefined) this._cell.model.executionCount = this._count;
    this._done.resolve();
  }

  /** The cell is run anew, or gone. */
  dispose() {
    this.isDisposed = true;
    this._done.resolve();
  }

  onIOPub() {}
  onReply() {}
  onStdin() {}
  registerMessageHook() {}
  removeMessageHook() {}
}
