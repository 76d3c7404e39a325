// What an untrusted notebook shows: its drawings, styles and films of radio buttons, and nothing that acts by itself or on a click.
import createPurifier from 'dompurify';

const Prefix = 'user-content-';
const References = ['for', 'headers', 'list', 'aria-labelledby', 'aria-describedby', 'aria-controls'];
const Scope = 'qn-Untrusted';

const purifier = createPurifier(window);
const options = {
  // A style sheet at the very beginning would be taken for a page's head, and lost.
  FORCE_BODY: true,
  USE_PROFILES: { html: true, svg: true, svgFilters: true, mathMl: true },
  ADD_TAGS: ['animate', 'use'],
  FORBID_TAGS: ['form', 'button', 'select', 'textarea', 'dialog'],
  FORBID_ATTR: ['autoplay', 'popover', 'popovertarget', 'command', 'commandfor', 'usemap', 'action'],
  ALLOW_DATA_ATTR: false,
  SANITIZE_NAMED_PROPS: true
};

purifier.addHook('uponSanitizeElement', (node, { tagName }) => {
  if (tagName === 'style') node.textContent = scoped(node.textContent);
  if (tagName === 'input' && !/^(radio|checkbox)$/i.test(node.getAttribute('type') ?? '')) node.remove();
});
// Names are prefixed so that they mean nothing to the page around; what refers to them goes along.
purifier.addHook('afterSanitizeAttributes', node => {
  for (const { name, value } of [...node.attributes ?? []]) {
    if (/href$/.test(name) && value.startsWith('#')) node.setAttribute(name, `#${Prefix}${value.slice(1)}`);
    else if (/href$/.test(name) && node.localName === 'use') node.removeAttribute(name);
    else if (References.includes(name)) node.setAttribute(name, value.split(/\s+/).map(id => Prefix + id).join(' '));
    else if (/url\(\s*["']?#/.test(value)) node.setAttribute(name, value.replace(/(url\(\s*["']?#)/g, `$1${Prefix}`));
  }
});

/** Rules that reach no further than the outputs which are not trusted. */
function scoped(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const rules = [...sheet.cssRules].filter(rule => !(rule instanceof CSSFontFaceRule));
  const texts = isFrames => rules.filter(rule => rule instanceof CSSKeyframesRule === isFrames).map(rule => rule.cssText).join('\n');
  // A string in CSS may spell "</style>"; as an escape it means the same to CSS, and nothing to HTML.
  return `${texts(true)}\n.${Scope} {\n${texts(false)}\n}`.replaceAll('<', '\\3c ');
}

/** HTML that was cleaned, in an element that nothing of it is drawn outside of. */
const clean = html => `<div class="${Scope}">${purifier.sanitize(html, options)}</div>`;

/** Lets JupyterLab's sanitizer, which knows text and tables, hand on what has drawings or styles in it. */
export function showPictures(sanitizer) {
  const plain = sanitizer.sanitize.bind(sanitizer);
  sanitizer.sanitize = (dirty, more) => (/<(?:svg|math|style)[\s>]|\sstyle\s*=/i.test(dirty) ? clean(dirty) : plain(dirty, more));
  return sanitizer;
}
