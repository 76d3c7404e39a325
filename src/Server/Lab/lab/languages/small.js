import { simpleMode } from '@codemirror/legacy-modes/mode/simple-mode';

/** Mermaid diagrams: enough to tell words, texts and arrows apart. */
export const mermaid = simpleMode({
  start: [
    { regex: /%%.*/, token: 'comment' },
    { regex: /#!.*/, token: 'meta' },
    { regex: /"(?:[^"\\]|\\.)*"?/, token: 'string' },
    { regex: /\|[^|]*\|/, token: 'string' },
    { regex: /(?:graph|flowchart|sequenceDiagram|classDiagram|stateDiagram(?:-v2)?|erDiagram|gantt|pie|mindmap|timeline|gitGraph|journey|quadrantChart|xychart-beta)\b/, token: 'keyword' },
    { regex: /(?:subgraph|end|direction|participant|actor|loop|alt|else|opt|par|note|over|activate|deactivate|class|classDef|style|linkStyle|title|section|state|TD|TB|LR|RL|BT)\b/, token: 'keyword' },
    { regex: /[<xo]?(?:--+|==+|-\.+-?|~~+)[->xo.]*|->>?|<\|--|\.\.[|>]*/, token: 'operator' },
    { regex: /[A-Za-z_]\w*/, token: 'variable' }
  ],
  languageData: { commentTokens: { line: '%%' } }
});

/** SNL, the small nested language of the compiler chapters. */
export const snl = simpleMode({
  start: [
    { regex: /#!.*/, token: 'meta' },
    { regex: /\{/, token: 'comment', next: 'comment' },
    { regex: /'(?:[^'\\]|\\.)'/, token: 'string' },
    { regex: /(?:program|procedure|type|var|begin|end|if|then|else|fi|while|do|endwh|read|write|return)\b/, token: 'keyword' },
    { regex: /(?:integer|char|array|of|record)\b/, token: 'type' },
    { regex: /\d+/, token: 'number' },
    { regex: /:=|[-+*/<=]/, token: 'operator' },
    { regex: /[A-Za-z]\w*/, token: 'variable' }
  ],
  comment: [{ regex: /[^}]*\}/, token: 'comment', next: 'start' }, { regex: /.*/, token: 'comment' }],
  languageData: { commentTokens: { block: { open: '{', close: '}' } } }
});
