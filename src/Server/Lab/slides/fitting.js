// Makes slides fit: pictures grow or shrink to the room there is, text shrinks a little, and what is left goes on to a slide below.
// Used by live slides, and as it is by the one file that `nb slides` writes.

const Smallest = 12; // CSS pixels that a label has at least
const Largest = 2.2; // times their own size, for pictures
const TextScales = [1, 0.94, 0.88, 0.82];
const LastScales = [0.76, 0.7, 0.64];
const Pictures = '.output > .html, .output > .drawing, .output > .picture, .prose img, .jp-OutputArea-output:not(.jp-RenderedText, :has(.js-plotly-plot)), .qn-text img';
const Texts = '.output pre, .jp-RenderedText pre';
const Containers = '.cell, .prose, .outputs, .output, .fragment, .html, .html > div:has(> table), ul, ol, table, tbody, .table';

const isSeen = element => element.checkVisibility?.() ?? element.offsetParent !== null;
const fits = section => section.scrollHeight <= section.clientHeight + 1;
const withPictures = element => element.matches('img') || element.querySelector('svg, img, canvas, video');

/** The smallest letters in an element, in CSS pixels before the deck scales them. */
function smallestLabel(element) {
  let smallest = Infinity;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || text.closest('style, title, desc, math, sup, sub') || !isSeen(text)) continue;
    smallest = Math.min(smallest, parseFloat(getComputedStyle(text).fontSize));
  }
  return smallest;
}

/** Letters of pictures that cannot grow and are still too small get larger by themselves. */
function enlargeLabels(section) {
  for (const text of section.querySelectorAll('.html *, .jp-RenderedHTML *')) {
    const zoom = text.currentCSSZoom ?? 1;
    if (text.closest('svg') || zoom >= 1 || ![...text.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim())) continue;
    if (parseFloat(getComputedStyle(text).fontSize) * zoom < Smallest) text.style.fontSize = `${Smallest / zoom}px`;
  }
  for (const svg of section.querySelectorAll('svg')) {
    const view = svg.viewBox.baseVal;
    if (!isSeen(svg) || !view?.width) continue;
    const scale = (svg.clientWidth / view.width) * (svg.currentCSSZoom ?? 1);
    for (const text of svg.querySelectorAll('text, tspan')) {
      const size = parseFloat(text.style.fontSize || text.getAttribute('font-size')) || parseFloat(getComputedStyle(text).fontSize);
      if (scale > 0 && size * scale < Smallest) text.style.fontSize = `${Smallest / scale}px`;
    }
  }
}

function setScale(elements, scale) {
  for (const element of elements) element.style.zoom = scale === 1 ? '' : scale.toFixed(3);
}

/** Text of outputs that is too wide gets smaller letters, and is broken at last. */
function narrow(section) {
  for (const text of section.querySelectorAll(Texts)) {
    text.style.fontSize = text.style.whiteSpace = '';
    if (text.scrollWidth <= text.clientWidth || !isSeen(text)) continue;
    const size = parseFloat(getComputedStyle(text).fontSize);
    text.style.fontSize = `${Math.max(0.8 * size, (size * text.clientWidth) / text.scrollWidth)}px`;
    if (text.scrollWidth > text.clientWidth) text.style.whiteSpace = 'pre-wrap';
  }
}

/** Makes one slide fit as far as sizes and folds can; returns whether it does. The slide must be in the page, in its place and size. */
export function fit(section, scales = TextScales) {
  const pictures = [...section.querySelectorAll(Pictures)].filter(p => isSeen(p) && withPictures(p));
  const folds = [...section.querySelectorAll('details.input-fold')].filter(f => f.open && !f.dataset.opened);
  setScale(pictures, 1);
  for (const long of section.querySelectorAll('.scrolls')) {
    long.classList.remove('scrolls');
    long.style.maxHeight = '';
  }
  section.style.removeProperty('--text-scale');
  // A quarter can come from larger letters alone.
  const least = Math.min(Largest, Math.max(0.9, ...pictures.map(p => (0.8 * Smallest) / smallestLabel(p)).filter(Number.isFinite)));
  setScale(pictures, least);
  narrow(section);
  for (const fold of folds) {
    if (fits(section)) break;
    fold.open = false;
  }
  if (pictures.length === 0) unfold(section);
  for (const scale of scales) {
    section.style.setProperty('--text-scale', scale);
    if (fits(section)) break;
  }
  if (fits(section) && pictures.length > 0) grow(section, pictures, least);
  enlargeLabels(section);
  return fits(section);
}

/** Code that was folded for its length is shown where there is room. */
function unfold(section) {
  for (const fold of section.querySelectorAll('details.input-fold.long:not([open])')) {
    fold.open = true;
    if (!fits(section)) fold.open = false;
  }
}

/** The largest size of pictures with which the slide still fits. */
function grow(section, pictures, least) {
  let [low, high] = [least, Largest];
  for (let step = 0; step < 6; step++) {
    const middle = (low + high) / 2;
    setScale(pictures, middle);
    if (fits(section) && section.scrollWidth <= section.clientWidth + 1) low = middle;
    else high = middle;
  }
  setScale(pictures, low);
}

/** Makes one slide fit by all means but cutting it. */
export function fitWhole(section) {
  if (!fit(section, TextScales.concat(LastScales))) force(section);
}

/** What can be made to fit only by force: pictures smaller, text as small as can be read, and at last code and text that scroll. */
function force(section) {
  const pictures = [...section.querySelectorAll(Pictures)].filter(withPictures);
  for (let scale = Largest; scale > 0.3 && pictures.length > 0; scale *= 0.9) {
    setScale(pictures, scale);
    if (fits(section)) break;
  }
  for (const scale of LastScales) {
    if (fits(section)) break;
    section.style.setProperty('--text-scale', scale);
  }
  for (const long of [...section.querySelectorAll(`pre.code, ${Texts}, .qn-input, .jp-OutputArea-output`)].filter(isSeen).sort((a, b) => b.offsetHeight - a.offsetHeight)) {
    if (fits(section)) break;
    long.classList.add('scrolls');
    long.style.maxHeight = `${Math.max(120, long.offsetHeight - (section.scrollHeight - section.clientHeight))}px`;
  }
  enlargeLabels(section);
}

/** Moves what stands below a line into a copy of the element; null when there is nothing to move, or nothing would stay (with `oneStays` the first block does, however large). */
function cut(element, bottom, oneStays = false) {
  const rest = element.cloneNode(false);
  rest.removeAttribute('id');
  const children = [...element.children].filter(c => !c.matches('aside.notes, thead'));
  let first = children.findIndex(c => isSeen(c) && c.getBoundingClientRect().bottom > bottom);
  if (first < 0) return null;
  const crossing = children[first];
  const part = crossing.matches(Containers) && !(crossing.matches('.html, .output') && withPictures(crossing) && !crossing.querySelector('table')) 
    ? cut(crossing, bottom, oneStays) : null;
  if (part) first++;
  // A heading does not stay behind alone.
  else while (first > 0 && isHeading(children[first - 1])) first--;
  if (first === 0 && oneStays) first = children.findIndex(c => !isHeading(c)) + 1;
  if (first === 0 || (first === children.length && !part)) return null;
  if (element.matches('ol')) rest.start = element.start + first;
  const head = element.matches('table') && element.querySelector(':scope > thead')?.cloneNode(true);
  rest.append(...(head ? [head] : []), ...(part ? [part] : []), ...children.slice(first).filter(c => !c.matches('.continues')));
  return rest;
}

const isHeading = block => block.matches('h1, h2, h3, h4, h5, h6, .continues')
  || (block.matches('.cell.text') && block.children.length === 1 && isHeading(block.children[0]));

/** Lets a slide go on below where it does not fit; returns all the slides it has become. */
function split(section) {
  const slides = [section];
  for (let slide = section; slides.length < 40; slide = slides.at(-1)) {
    if (fit(slide)) break;
    slide.style.removeProperty('--text-scale');
    const padding = parseFloat(getComputedStyle(slide).paddingBottom);
    const bottom = slide.getBoundingClientRect().top + slide.clientHeight - padding;
    const rest = cut(slide, bottom) ?? (fit(slide, TextScales.concat(LastScales)) ? null : cut(slide, bottom, true));
    if (!rest) {
      if (!fits(slide)) force(slide);
      break;
    }
    slide.classList.remove('measured');
    rest.className = 'measured continued';
    slide.after(rest);
    for (const note of section.querySelectorAll(':scope > aside.notes')) rest.append(note.cloneNode(true));
    mark(rest, section);
    slides.push(rest);
    slide.classList.add('measured');
    rest.classList.remove('measured');
    if (!fit(slide)) force(slide);
    slide.classList.remove('measured');
    rest.classList.add('measured');
  }
  slides.at(-1).classList.remove('measured');
  return slides;
}

/** The slide's heading again, small, so that a slide below says what it goes on with. */
function mark(rest, section) {
  const heading = section.querySelector('h1, h2, h3')?.cloneNode(true);
  if (!heading) return;
  for (const extra of heading.querySelectorAll('.anchor, [id]')) extra.remove();
  const line = document.createElement('p');
  line.className = 'continues';
  line.append(...heading.childNodes, ' …');
  rest.prepend(line);
}

/** Makes all slides of a deck fit, before reveal.js is started. The element `.slides` has the size of a slide. */
export async function fitAll(slides) {
  await Promise.all([...slides.querySelectorAll('img')].map(image => image.decode().catch(() => {}))); // a broken picture has no size
  slides.classList.add('measuring');
  for (const section of [...slides.querySelectorAll('section:not(:has(> section))')]) {
    section.classList.add('measured');
    const parts = split(section);
    if (parts.length > 1 && section.parentElement === slides) {
      const stack = document.createElement('section');
      section.before(stack);
      stack.append(...parts);
    }
  }
  slides.classList.remove('measuring');
}

/** What of a slide can be scrolled in a direction: the slide, or code and text on it. */
function scrollable(slide, direction) {
  return [slide, ...slide.querySelectorAll('.scrolls')].find(e =>
    e.clientHeight > 0 && /auto|scroll/.test(getComputedStyle(e).overflowY)
    && (direction > 0 ? e.scrollTop + e.clientHeight < e.scrollHeight - 2 : e.scrollTop > 2));
}

/** Keys that go on scroll first what is longer than the slide; C opens and closes the code of the slide. */
export function addKeys(deck) {
  const forward = event => (['PageDown', 'ArrowDown'].includes(event.key) || (event.key === ' ' && !event.shiftKey) ? 1 : 0);
  const back = event => (['PageUp', 'ArrowUp'].includes(event.key) || (event.key === ' ' && event.shiftKey) ? -1 : 0);
  window.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest?.('.cm-editor, input, select, textarea, summary, button') || deck.isOverview()) return;
    const slide = deck.getCurrentSlide();
    const direction = forward(event) + back(event);
    const target = direction && scrollable(slide, direction);
    if (target) target.scrollBy({ top: direction * target.clientHeight * 0.85 });
    else if (event.key.toLowerCase() === 'c') toggleCode(slide);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }, { capture: true });
}

function toggleCode(slide) {
  const folds = [...slide.querySelectorAll('details.input-fold')];
  const open = folds.some(f => !f.open);
  for (const fold of folds) {
    fold.dataset.opened = open ? 'true' : '';
    fold.open = open;
  }
}
