import { PageConfig, URLExt } from '@jupyterlab/coreutils';
import { ServerConnection } from '@jupyterlab/services';
import { Widget } from '@lumino/widgets';

const MediaType = 'application/vnd.qiansi.exercise+json';
const marks = { holds: '✓', done: '✓', 'not-done': '○', wrong: '✗' };

function element(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children);
  return node;
}

/** What came of an exercise's checks; after a try, a solution can be shown below. */
class ExerciseResult extends Widget {
  constructor(resolver) {
    super();
    this.addClass('qn-Exercise');
    this._resolver = resolver;
  }

  async renderModel(model) {
    const result = model.data[MediaType];
    const shown = (this._shown = {});
    this.node.dataset.status = result.status;
    this.node.setAttribute('role', 'status');
    const headline = (model.data['text/plain'] ?? result.id).toString().split('\n')[0];
    const title = element('div', 'qn-Exercise-title', element('b', '', `${marks[result.status] ?? '✗'} ${headline}`));
    this.node.replaceChildren(title, element('ul', '', ...result.checks.map(check => this._check(check))));
    const solution = await this._solution(result.id);
    // A result that has come meanwhile shows its own.
    if (!solution || this.isDisposed || shown !== this._shown) return;
    this.node.append(result.status === 'not-done' ? element('div', 'qn-Exercise-later', 'After a try, a solution can be shown here.') : this._fold(solution));
  }

  _check({ name, outcome, problem, hint }) {
    const item = element('li', '', `${name}`);
    item.dataset.mark = marks[outcome] ?? '✗';
    item.dataset.outcome = outcome;
    if (problem) item.append(element('div', 'qn-Exercise-problem', problem));
    if (hint && outcome === 'wrong') item.append(element('div', 'qn-Exercise-hint', element('i', '', 'Hint: '), hint));
    return item;
  }

  _fold(solution) {
    return element('details', '', element('summary', '', 'Show a solution'), element('pre', '', solution));
  }

  /** The server's solution of the exercise; null for notebooks that are no student's copy of a chapter. */
  async _solution(exercise) {
    const path = this._resolver?.path;
    if (!path) return null;
    const address = URLExt.join(PageConfig.getBaseUrl(), 'api/qiansi/solution', URLExt.encodeParts(path)) + `?exercise=${encodeURIComponent(exercise)}`;
    try {
      const reply = await ServerConnection.makeRequest(address, {}, ServerConnection.makeSettings());
      return reply.ok ? (await reply.json()).solution : null;
    } catch (error) {
      // The result is worth showing without it.
      console.warn('The solution could not be fetched.', error);
      return null;
    }
  }
}

export default {
  id: '@qiansi/lab:exercise',
  description: 'Shows results of exercises, and a solution after a try.',
  rendererFactory: { safe: true, mimeTypes: [MediaType], createRenderer: options => new ExerciseResult(options.resolver) },
  rank: 0,
  dataType: 'json'
};
