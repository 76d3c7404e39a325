/** The windows of one talk: what the audience sees, the speaker's window and the slides in it. They tell each other where the talk is and what its cells show. */
export class Talk {
  constructor(path) {
    this._channel = new BroadcastChannel(`qiansi-slides ${path}`);
  }

  /** Calls what is named as the message is. */
  listen(handlers) {
    this._channel.onmessage = ({ data: { name, content } }) => handlers[name]?.(content);
  }

  say(name, content) {
    this._channel.postMessage({ name, content });
  }
}

/** The audience's window leads. */
export function lead(talk, deck, builder) {
  const place = () => {
    const slides = deck.getSlides();
    const number = slides.indexOf(deck.getCurrentSlide());
    const next = slides[number + 1];
    talk.say('place', { at: deck.getIndices(), next: next && deck.getIndices(next), number: number + 1, count: slides.length });
  };
  const [changed, waiting] = [new Set(), new Set()];
  const outputs = cell => {
    waiting.delete(cell);
    talk.say('outputs', { index: builder.cells.indexOf(cell), outputs: cell.model.toJSON() });
  };
  for (const cell of builder.cells) {
    cell.model.changed.connect(() => {
      changed.add(cell);
      if (!waiting.has(cell)) setTimeout(() => outputs(cell), 150);
      waiting.add(cell);
    });
  }
  for (const event of ['slidechanged', 'fragmentshown', 'fragmenthidden']) deck.on(event, place);
  talk.listen({
    hello: () => (place(), [...changed].forEach(outputs)),
    go: direction => (direction > 0 ? deck.next() : deck.prev())
  });
}

/** A slide in the speaker's window: the one that is shown, or the next. */
export function follow(talk, deck, builder, shown) {
  talk.listen({
    place: ({ at, next }) => {
      const { h, v, f } = (shown === 'next' ? next : at) ?? at;
      deck.slide(h, v, shown === 'next' ? undefined : f);
      document.body.classList.toggle('qn-over', shown === 'next' && !next);
    },
    outputs: ({ index, outputs }) => builder.cells[index]?.model.fromJSON(outputs)
  });
  talk.say('hello');
}
