const Limit = 5000;

/**
 * JupyterLab's renderer of Vega with a time limit: a specification that never comes to an end would hold up the page, for good once the
 * page's workspace opens it again.
 */
export const timed = factory => ({ ...factory, createRenderer: options => limit(factory.createRenderer(options), options.mimeType) });

function limit(widget, mediaType) {
  const draw = widget.renderModel.bind(widget);
  widget.renderModel = async model => {
    const spec = model.data[mediaType];
    // What the renderer would write into the notebook that is looked at, a PNG, stays out of it.
    const view = { data: model.data, metadata: model.metadata, trusted: model.trusted, setData: () => {} };
    if (spec === undefined || (await comesToAnEnd(spec, mediaType.includes('vegalite')))) await draw(view);
    else if (!widget.isDisposed) widget.node.replaceChildren(...explain(spec, () => draw(view)));
  };
  return widget;
}

/** Computes the figure beside the page; a figure that is only wrong has an end, and the renderer says what is wrong with it. */
async function comesToAnEnd(spec, isLite) {
  const worker = new Worker(new URL('./vegaTrial.js', import.meta.url));
  try {
    return await new Promise(done => {
      worker.onmessage = ({ data }) => {
        if (data !== 'ready') return done(true);
        worker.postMessage({ spec, isLite });
        setTimeout(() => done(false), Limit);
      };
      worker.onerror = event => {
        console.warn('Figures of Vega are drawn without a time limit:', event.message);
        done(true);
      };
    });
  } finally {
    worker.terminate();
  }
}

function explain(spec, draw) {
  const text = document.createElement('p');
  text.textContent = `This figure was not drawn: after ${Limit / 1000} s it was still being computed, and the page would stand still. `;
  const button = text.appendChild(document.createElement('button'));
  button.textContent = 'Draw it all the same';
  button.addEventListener('click', () => void draw());
  const source = document.createElement('pre');
  source.textContent = JSON.stringify(spec, null, 2).slice(0, 4000);
  return [text, source];
}
