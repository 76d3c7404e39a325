// A worker that computes one figure without drawing it; the page ends it when it takes too long.
import { parse, View } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile } from 'vega-lite';

self.onmessage = async ({ data: { spec, isLite } }) => {
  try {
    // No expression becomes code: this worker may not compile any.
    const flow = parse(isLite ? compile(spec).spec : spec, null, { ast: true });
    await new View(flow, { renderer: 'none', expr: expressionInterpreter }).runAsync();
  } catch {
    // The renderer finds the same fault, and shows it.
  }
  self.postMessage('done');
};
self.postMessage('ready');
