import { Notification } from '@jupyterlab/apputils';
import { INotebookTracker } from '@jupyterlab/notebook';
import { takeKeys } from './keys.js';

const Target = 'qiansi.boards';
const Square = '[data-qiansi-square]';
const Steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/** Tells the kernel which square of a board was clicked, or chosen with Enter or the space bar; arrow keys go from square to square. */
export default {
  id: '@qiansi/lab:boards',
  description: 'Boards that are clicked.',
  autoStart: true,
  requires: [INotebookTracker],
  activate: (_, tracker) => {
    const kernelOf = node => tracker.find(panel => panel.node.contains(node))?.sessionContext.session?.kernel;
    document.addEventListener('click', ({ target }) => {
      const square = target.closest?.(Square);
      if (square) click(square, kernelOf(square));
    });
    takeKeys(Square, [...Object.keys(Steps), 'Enter', ' '], (square, event) => {
      event.preventDefault();
      if (event.key in Steps) focus(boardOf(square), placeOf(square).map((n, i) => n + Steps[event.key][i]));
      else click(square, kernelOf(square));
    });
  }
};

const tell = text => Notification.warning(text, { autoClose: 8000 }); // without a time it would wait in the notification centre
const boardOf = square => square.closest('[data-qiansi-board]')?.dataset.qiansiBoard;
const placeOf = square => square.dataset.qiansiSquare.split(' ').map(Number);
const focus = (board, place) => document.querySelector(`[data-qiansi-board="${board}"] [data-qiansi-square="${place.join(' ')}"]`)?.focus();

function click(square, kernel) {
  const [board, place] = [boardOf(square), placeOf(square)];
  if (!kernel) return void tell('This board needs a kernel: start one and run its cell again.');
  square.closest('[data-qiansi-board]').classList.add('qn-Waiting');
  // The board is drawn anew and would lose the focus, unless that has gone elsewhere meanwhile.
  const area = square.closest('.jp-OutputArea');
  const drawn = new MutationObserver(() => !square.isConnected && document.activeElement.contains(area) && focus(board, place));
  drawn.observe(area, { childList: true, subtree: true });
  const comm = kernel.createComm(Target);
  const end = error => {
    comm.onClose = () => {};
    setTimeout(() => drawn.disconnect(), 1000);
    for (const shown of document.querySelectorAll(`[data-qiansi-board="${board}"]`)) shown.classList.remove('qn-Waiting');
    if (error) tell(`The click was not taken: ${error}`);
  };
  comm.onMsg = ({ content }) => end(content.data.error);
  // A kernel that has shown no board since it was started knows nothing of boards.
  comm.onClose = () => end('this board is of an earlier run; run its cell again');
  comm.open({ board, square: place });
}
