import '../lab/publicPath.js';
import '@jupyterlab/rendermime/style/index.js';
import '@jupyterlab/outputarea/style/index.js';
import '@jupyterlab/mathjax-extension/style/index.js';
import '@jupyterlab/mermaid/style/index.js';
import 'reveal.js/reveal.css';
import './style.css';
import { PageConfig } from '@jupyterlab/coreutils';
import { RenderMimeRegistry } from '@jupyterlab/rendermime';
import Reveal from 'reveal.js';
import { notebookLanguage } from '../lab/languages/cellLanguage.js';
import { cutIntoSlides } from './deck.js';
import { addKeys, fitWhole } from './fitting.js';
import { NotebookKernel } from './kernel.js';
import { createRendering } from './rendering.js';
import { SlideBuilder } from './slideBuilder.js';
import { showSpeaker } from './speaker.js';
import { follow, lead, Talk } from './talk.js';
import { applyTheme } from './theme.js';
import { createToolbar } from './toolbar.js';

async function main() {
  const path = PageConfig.getOption('notebookPath');
  const kernel = new NotebookKernel(path);
  const [toggleTheme, model] = await Promise.all([applyTheme(kernel.settings), kernel.contents.get(path, { content: true, type: 'notebook' })]);
  const notebook = model.content;

  const builder = new SlideBuilder({
    kernel,
    rendering: createRendering(new RenderMimeRegistry.UrlResolver({ path, contents: kernel.contents })),
    kernelName: notebook.metadata.kernelspec?.name,
    defaultLanguage: notebookLanguage({ getMetadata: key => notebook.metadata[key] })
  });
  const columns = cutIntoSlides(notebook.cells);
  const talk = new Talk(path);
  const query = new URLSearchParams(location.search);
  const shown = query.get('show'); // in the speaker's window: 'current' or 'next'
  document.body.classList.add('jp-ThemedContainer');
  document.body.classList.toggle('qn-shown', Boolean(shown));
  if (query.has('speaker')) {
    showSpeaker({ talk, columns, builder });
    document.body.dataset.ready = 'true';
    return;
  }
  const stage = document.body.appendChild(document.createElement('main'));
  stage.className = 'reveal';
  const slides = stage.appendChild(document.createElement('div'));
  slides.className = 'slides';
  for (const column of columns) slides.append(builder.column(column));
  builder.attach();

  const deck = new Reveal(stage, {
    disableLayout: true,
    center: false,
    hash: !shown,
    controls: !shown,
    slideNumber: 'c/t',
    margin: 0,
    transition: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'none' : 'slide',
    // Keys typed into a cell, or into its question, are text.
    keyboardCondition: event => !event.target.closest?.('.cm-editor, input, select, textarea')
  });
  const openSpeaker = () => window.open(`${location.pathname}?speaker`, 'qiansi-speaker', 'width=1200,height=760');
  if (!shown) document.body.append(createToolbar({ kernel, deck, path, toggleTheme, openSpeaker, cellsOnSlide: () => builder.cellsOn(deck.getCurrentSlide()) }));
  addKeys(deck);
  await deck.initialize();
  deck.addKeyBinding({ keyCode: 83, key: 'S', description: "The speaker's window" }, openSpeaker);
  keepFitting(deck);
  deck.on('slidechanged', ({ currentSlide }) => builder.refresh(currentSlide));
  if (shown) follow(talk, deck, builder, shown);
  else lead(talk, deck, builder);
  window.qiansiSlides = { deck, kernel };
  document.body.dataset.ready = 'true';
}

/** A slide is made to fit, and not cut as in a file, when it is shown, when the window changes, and when its cells put something out. */
function keepFitting(deck) {
  let asked;
  let size;
  const blocks = () => [...deck.getCurrentSlide().querySelectorAll('.qn-text, .qn-cell')];
  const height = () => blocks().reduce((sum, block) => sum + block.offsetHeight, 0);
  const refit = () => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(() => {
      const slide = deck.getCurrentSlide();
      if (!slide.contains(document.activeElement?.closest('.cm-editor'))) fitWhole(slide);
      size = height();
    });
  };
  const contents = new ResizeObserver(() => height() !== size && refit());
  const watch = () => {
    contents.disconnect();
    for (const block of blocks()) contents.observe(block);
    refit();
  };
  window.addEventListener('resize', refit);
  deck.on('slidechanged', watch);
  watch();
}

main().catch(error => {
  console.error(error);
  const text = document.createElement('pre');
  text.textContent = `The slides cannot be shown.\n\n${error?.stack ?? error}`;
  document.body.append(text);
});
