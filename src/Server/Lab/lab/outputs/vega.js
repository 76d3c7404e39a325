import { explain } from './guard.js';

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
    else if (!widget.isDisposed)
      widget.node.replaceChildren(
        ...explain(
          `after ${Limit / 1000} s it was still being computed, and the page would stand still`,
          JSON.stringify(spec, null, 2),
          () => draw(view)
        )
      );
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
