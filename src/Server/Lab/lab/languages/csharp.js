import { clike } from '@codemirror/legacy-modes/mode/clike';

const words = text => Object.fromEntries(text.split(' ').map(word => [word, true]));

/** Reads the rest of a string: up to its quotes, or up to a hole, where code goes on. */
function stringToken({ isVerbatim, quotes, holes }) {
  return function (stream, state) {
    while (!stream.eol()) {
      if (quotes > 2 ? stream.match('"'.repeat(quotes)) : stream.match('"')) {
        if (isVerbatim && quotes === 1 && stream.eat('"')) continue;
        if (quotes > 2) stream.eatWhile('"');
        state.tokenize = null;
        return 'string';
      }
      if (holes > 0 && stream.match('{'.repeat(holes), false) && !(holes === 1 && stream.match('{{'))) {
        if (stream.start < stream.pos) return 'string';
        for (let i = 0; i < holes; i++) stream.next();
        state.holes = [...(state.holes ?? []), { resume: state.tokenize, depth: 0, holes }];
        state.tokenize = null;
        return 'bracket';
      }
      if (!isVerbatim && quotes === 1 && stream.peek() === '\\') stream.next();
      stream.next();
    }
    // Only verbatim and raw strings reach over lines.
    if (quotes === 1 && !isVerbatim) state.tokenize = null;
    return 'string';
  };
}

/** After the characters before the quotes, $ and @ in any order: the string, or false when there is none. */
function startString(stream, state, prefix) {
  const rest = stream.match(/^[$@]*/)[0];
  const signs = prefix + rest;
  const quotes = stream.match(/^"+/, false)?.[0].length ?? 0;
  if (quotes === 0) {
    stream.backUp(rest.length);
    return false;
  }
  const isRaw = quotes >= 3;
  if (quotes === 2) {
    stream.match('""');
    return 'string';
  }
  stream.match(isRaw ? '"'.repeat(quotes) : '"');
  state.tokenize = stringToken({ isVerbatim: isRaw || signs.includes('@'), quotes: isRaw ? quotes : 1, holes: signs.split('$').length - 1 });
  return state.tokenize(stream, state) ?? 'string';
}

const hole = state => state.holes?.at(-1);

// The editor keeps copies of earlier states, so what is in the list is never changed.
const deepen = (state, by) => {
  state.holes = [...state.holes.slice(0, -1), { ...hole(state), depth: hole(state).depth + by }];
};

const grammar = clike({
  name: 'csharp',
  keywords: words(
    'abstract add alias allows and as ascending async await base break case catch checked class const continue default delegate descending do dynamic else enum event explicit ' +
      'extension extern field file finally fixed for foreach from get global goto group if implicit in init interface internal into is join let lock managed nameof namespace new ' +
      'not notnull operator on or orderby out override params partial private protected public readonly record ref remove required return scoped sealed select set sizeof stackalloc ' +
      'static struct switch this throw try typeof unchecked unmanaged unsafe using value var virtual void volatile when where while with yield'
  ),
  types: words('bool byte char decimal double float int long nint nuint object sbyte short string uint ulong ushort'),
  blockKeywords: words('catch class do else finally for foreach if struct switch try while'),
  defKeywords: words('class enum interface namespace record struct'),
  typeFirstDefinitions: true,
  atoms: words('true false null'),
  number: /^(?:0x[a-f\d_]+|0b[01_]+|(?:\d[\d_]*\.?(?!\.)\d*|\.\d[\d_]*)(?:e[-+]?\d+)?)(?:ul|lu|[ulfdm])?/i,
  hooks: {
    '"': (stream, state) => {
      stream.backUp(1);
      return startString(stream, state, '');
    },
    $: (stream, state) => startString(stream, state, '$'),
    '@': (stream, state) => {
      const text = startString(stream, state, '@');
      if (text !== false) return text;
      stream.eatWhile(/[\w_]/);
      return 'variable';
    },
    '#': stream => {
      if (stream.column() !== stream.indentation()) return false;
      stream.skipToEnd();
      return 'meta';
    },
    '{': (_, state) => {
      if (hole(state)) deepen(state, 1);
      return false;
    },
    '}': (stream, state) => {
      const open = hole(state);
      if (!open) return false;
      if (open.depth > 0) {
        deepen(state, -1);
        return false;
      }
      for (let i = 1; i < open.holes; i++) stream.eat('}');
      state.holes = state.holes.slice(0, -1);
      state.tokenize = open.resume;
      return 'bracket';
    },
    // Names in capitals are types, unless they are members or called.
    token: (stream, _, style) => {
      if (style !== 'variable' || !/^[A-Z]/.test(stream.current())) return undefined;
      const before = stream.string.slice(0, stream.start);
      return /\bnew\s+$/.test(before) || (!/\.\s*$/.test(before) && stream.peek() !== '(') ? 'type' : undefined;
    }
  }
});

/** C# 14 with cells' directives: raw and interpolated strings, contextual keywords; names of types stand out. */
export const csharp = {
  ...grammar,
  token(stream, state) {
    const style = grammar.token(stream, state);
    return style !== 'type' ? style : /^[a-z]/.test(stream.current()) ? 'keyword' : 'variable-2';
  }
};
