const Arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];

/** Keys that belong to what has the focus in an output, before JupyterLab takes them for cells. */
export function takeKeys(selector, keys, take = () => {}) {
  const listen = event => {
    const taker = keys.includes(event.key) && !event.ctrlKey && !event.metaKey && event.target.closest?.(selector);
    if (!taker) return;
    event.stopPropagation();
    take(taker, event);
  };
  // JupyterLab listens at the document, which hears after the window.
  window.addEventListener('keydown', listen, { capture: true });
}

/** Sliders in outputs. */
export default {
  id: '@qiansi/lab:keys',
  description: 'Leaves the arrow keys to sliders in outputs.',
  autoStart: true,
  activate: () => takeKeys('.jp-OutputArea-output input[type=range]', Arrows)
};
