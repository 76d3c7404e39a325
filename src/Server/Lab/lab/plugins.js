// What this project adds to JupyterLab.
import './style.css';
import dib from './documents/dib.js';
import slides from './documents/slides.js';
import exercise from './exercises/renderer.js';
import './exercises/style.css';
import logo from './identity/logo.js';
import highlighting from './languages/highlighting.js';
import picker from './languages/picker.js';
import plotly from './plotly/renderer.js';

export default { plugins: [dib, slides, logo, highlighting, picker], renderers: [exercise, plotly] };
