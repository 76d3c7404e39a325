// What this project adds to JupyterLab.
import './style.css';
import dib from './documents/dib.js';
import kernelMetadata from './documents/kernelMetadata.js';
import links from './documents/links.js';
import runningCells from './documents/runningCells.js';
import slides from './documents/slides.js';
import exercise from './exercises/renderer.js';
import './exercises/style.css';
import logo from './identity/logo.js';
import diagnostics from './languages/diagnostics.js';
import highlighting from './languages/highlighting.js';
import picker from './languages/picker.js';
import boards from './outputs/boards.js';
import keys from './outputs/keys.js';
import mermaid from './outputs/mermaid.js';
import untrusted from './outputs/untrusted.js';
import plotly from './plotly/renderer.js';

export default {
  plugins: [dib, kernelMetadata, links, runningCells, slides, logo, diagnostics, highlighting, picker, boards, keys, mermaid, untrusted],
  renderers: [exercise, plotly]
};
