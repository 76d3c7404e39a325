import { EditorLanguageRegistry, jupyterHighlightStyle } from '@jupyterlab/codemirror';
import javascript from '@jupyterlab/javascript-extension';
import json from '@jupyterlab/json-extension';
import { createMarkdownParser } from '@jupyterlab/markedparser-extension';
import { MathJaxTypesetter } from '@jupyterlab/mathjax-extension';
import { Sanitizer } from '@jupyterlab/apputils';
import { MermaidManager, MermaidMarkdown } from '@jupyterlab/mermaid';
import { RenderMimeRegistry, standardRendererFactories } from '@jupyterlab/rendermime';
import vega from '@jupyterlab/vega5-extension';
import { registerLanguages } from '../lab/languages/registration.js';
import { diagramFactory, diagramRank, useMermaid } from '../lab/outputs/mermaid.js';
import { showPictures } from '../lab/outputs/pictures.js';
import { svgFactory } from '../lab/outputs/svg.js';
import { timed } from '../lab/outputs/vega.js';
import plotly from '../lab/plotly/renderer.js';

/** Languages of editors and of code in Markdown. */
export const languages = new EditorLanguageRegistry();
for (const language of EditorLanguageRegistry.getDefaultLanguages()) languages.addLanguage(language);
registerLanguages(languages);

export const highlightStyle = jupyterHighlightStyle;

const manager = new MermaidManager();
useMermaid(manager);

/** What cells put out, shown as JupyterLab shows it; relative addresses start from the notebook's folder. */
export const createRendering = resolver => {
  const extensions = [plotly, { ...vega, rendererFactory: timed(vega.rendererFactory) }, json, javascript].flat();
  return new RenderMimeRegistry({
    initialFactories: [
      ...standardRendererFactories,
      svgFactory,
      { ...diagramFactory, defaultRank: diagramRank },
      ...extensions.map(e => ({ ...e.rendererFactory, defaultRank: e.rank }))
    ],
    latexTypesetter: new MathJaxTypesetter(),
    markdownParser: createMarkdownParser(languages, { blocks: [new MermaidMarkdown({ mermaid: manager })] }),
    resolver,
    sanitizer: showPictures(new Sanitizer())
  });
};
