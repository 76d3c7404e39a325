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
import { NotebookKernel } from './kernel.js';
import { createRendering } from './rendering.js';
import { SlideBuilder } from './slideBuilder.js';
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
  document.body.classList.add('jp-ThemedContainer');
  const stage = document.body.appendChild(document.createElement('main'));
  stage.className = 'reveal';
  const slides = stage.appendChild(document.createElement('div'));
  slides.className = 'slides';
  for (const column of cutIntoSlides(notebook.cells)) slides.append(builder.column(column));
  builder.attach();

  const deck = new Reveal(stage, {
    disableLayout: true,
    center: false,
    hash: true,
    slideNumber: 'c/t',
    margin: 0,
    transition: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'none' : 'slide',
    // Keys typed into a cell, or into its question, are text.
    keyboardCondition: event => !event.target.closest?.('.cm-editor, input, select, textarea')
  });
  document.body.append(createToolbar({ kernel, deck, path, toggleTheme, cellsOnSlide: () => builder.cellsOn(deck.getCurrentSlide()) }));
  await deck.initialize();
  deck.on('slidechanged', ({ currentSlide }) => builder.refresh(currentSlide));
  window.qiansiSlides = { deck, kernel };
  document.body.dataset.ready = 'true';
}

main().catch(error => {
  console.error(error);
  const text = document.createElement('pre');
  text.textContent = `The slides cannot be shown.\n\n${error?.stack ?? error}`;
  document.body.append(text);
});
