import { languages, learnLanguage } from './names.js';

// What every kernel of ours runs, until it has said what it runs itself.
const always = languages.filter(l => l.runs);
const known = new WeakMap();

/** The languages that cells of a notebook can be in: those its kernel runs now, extensions and connected kernels included. */
export const runningLanguages = panel => known.get(panel?.sessionContext.session?.kernel ?? {}) ?? always;

/** Asks the kernel, which completes the names of its languages after this option; resolves to whether it knew. */
export async function refreshLanguages(panel) {
  const kernel = panel?.sessionContext.session?.kernel;
  const code = '#!share x --from ';
  // A kernel that ends before it answers has no languages any more.
  const reply = await kernel?.requestComplete({ code, cursor_pos: code.length }).catch(() => undefined);
  if (reply?.content.status !== 'ok' || reply.content.matches.length === 0) return false;
  const order = language => languages.indexOf(language);
  known.set(kernel, reply.content.matches.map(learnLanguage).sort((a, b) => order(a) - order(b)));
  return true;
}
