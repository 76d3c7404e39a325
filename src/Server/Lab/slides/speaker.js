/** The speaker's window: this slide and the next, the notes, and the time. */
export function showSpeaker({ talk, columns, builder }) {
  document.body.classList.add('qn-speaker');
  const frame = shown => {
    const element = document.createElement('iframe');
    element.src = `${location.pathname}?show=${shown}`;
    element.title = shown === 'next' ? 'The next slide' : 'The slide that is shown';
    return element;
  };
  const head = document.createElement('header');
  const [place, passed, clock] = ['place', 'passed', 'clock'].map(name => {
    const element = head.appendChild(document.createElement('output'));
    element.className = `qn-${name}`;
    return element;
  });
  const notes = document.createElement('section');
  notes.className = 'qn-notes';
  document.body.append(head, frame('current'), frame('next'), notes);

  let begun = Date.now();
  passed.title = 'Time since this window was opened; a click begins anew';
  passed.addEventListener('click', () => (begun = Date.now()));
  const two = number => String(number).padStart(2, '0');
  const tick = () => {
    const seconds = Math.floor((Date.now() - begun) / 1000);
    passed.textContent = `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
    clock.textContent = new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  };
  setInterval(tick, 500);
  tick();

  talk.listen({
    place: ({ at, number, count }) => {
      place.textContent = `${number} / ${count}`;
      const cells = columns[at.h]?.[at.v ?? 0]?.notes ?? [];
      notes.replaceChildren(...(cells.length > 0 ? cells.map(cell => builder.cell(cell)) : ['No notes for this slide.']));
      builder.attach();
    }
  });
  const keys = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ' ': 1, n: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, p: -1 };
  window.addEventListener('keydown', event => {
    if (!keys[event.key]) return;
    event.preventDefault();
    talk.say('go', keys[event.key]);
  });
  talk.say('hello');
}
