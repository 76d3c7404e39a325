const Patience = 5000; // ms after which a drawing that was begun and not ended counts as one during which its page stood still

/**
 * Draws a figure on the page's own thread, where no time limit can hold. When a page came to a stop in the midst of the same figure, as the
 * next one finds noted, it is not drawn again by itself: the page would stop each time its workspace opens.
 */
export async function guarded(node, text, draw) {
  const key = `qiansi:drawing:${text.length}:${hash(text)}`;
  const begun = Number(localStorage.getItem(key));
  const attempt = async () => {
    localStorage.setItem(key, Date.now());
    try {
      await draw();
    } finally {
      localStorage.removeItem(key);
    }
  };
  if (!begun || Date.now() - begun < Patience) return attempt();
  node.replaceChildren(...explain('the page stood still while it was drawn before', text, attempt));
}

/** What stands in a figure's place: why, its text, and a button. */
export function explain(reason, text, draw) {
  const why = document.createElement('p');
  why.textContent = `This figure was not drawn: ${reason}. `;
  const button = why.appendChild(document.createElement('button'));
  button.textContent = 'Draw it all the same';
  button.addEventListener('click', () => void draw());
  const source = document.createElement('pre');
  source.textContent = text.slice(0, 4000);
  return [why, source];
}

// FNV-1a
const hash = text => [...text].reduce((sum, letter) => Math.imul(sum ^ letter.codePointAt(0), 16777619), 2166136261) >>> 0;
