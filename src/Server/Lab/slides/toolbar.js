import { PageConfig, URLExt } from '@jupyterlab/coreutils';

/** The line at the bottom left: the way back, run the slide, restart, notes, the speaker's window, theme; and what the kernel does. */
export function createToolbar({ kernel, deck, path, toggleTheme, openSpeaker, cellsOnSlide }) {
  const bar = document.createElement('nav');
  bar.className = 'qn-bar';
  const back = bar.appendChild(document.createElement('a'));
  back.href = URLExt.join(PageConfig.getBaseUrl(), 'lab/tree', ...path.split('/').map(encodeURIComponent));
  back.textContent = 'Notebook';

  const button = (label, title, action) => {
    const element = bar.appendChild(document.createElement('button'));
    element.textContent = label;
    element.title = title;
    element.addEventListener('click', () => {
      element.blur();
      void action();
    });
    return element;
  };
  button('Run slide', 'Run the cells of this slide, in order', async () => {
    for (const cell of cellsOnSlide()) if (!(await cell.run())) break;
  });
  button('Restart', 'Restart the kernel; variables are lost', () => kernel.restart());
  button('Notes', 'Show the notes of the slides', () => deck.configure({ showNotes: !deck.getConfig().showNotes }));
  button('Speaker', "The speaker's window: notes, the next slide, the time (S)", openSpeaker);
  button('Theme', 'Light or dark', toggleTheme);
  const state = bar.appendChild(document.createElement('output'));
  kernel.stateChanged = () => {
    state.textContent = kernel.status === 'idle' ? '' : kernel.status;
  };
  return bar;
}
