import { acceptCompletion, autocompletion, closeBrackets, completionStatus, startCompletion } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentMore, indentLess } from '@codemirror/commands';
import { bracketMatching, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { Compartment, EditorState, Prec } from '@codemirror/state';
import { drawSelection, EditorView, keymap } from '@codemirror/view';
import { highlightStyle, languages } from './rendering.js';

/** An editor for a cell's text: Shift+Enter runs it, Tab completes. */
export function createEditor({ parent, text, mime, run, complete }) {
  const language = new Compartment();
  const tab = view => {
    if (completionStatus(view.state) === 'active') return acceptCompletion(view);
    const { from, to } = view.state.selection.main;
    const before = view.state.sliceDoc(view.state.doc.lineAt(from).from, from);
    return from === to && /\S$/.test(before) ? startCompletion(view) : indentMore(view);
  };
  const execute = () => {
    run();
    return true;
  };
  const keys = [
    { key: 'Shift-Enter', run: execute },
    { key: 'Mod-Enter', run: execute },
    { key: 'Tab', run: tab, shift: indentLess },
    { key: 'Escape', run: view => (view.contentDOM.blur(), true) }
  ];
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        Prec.high(keymap.of(keys)),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        history(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        indentUnit.of('    '),
        syntaxHighlighting(highlightStyle),
        autocompletion({ override: [complete], activateOnTyping: false }),
        EditorView.contentAttributes.of({ 'aria-label': 'Code of the cell', spellcheck: 'false' }),
        EditorView.lineWrapping,
        language.of([])
      ]
    })
  });
  const highlightAs = async name => {
    const found = await languages.getLanguage(languages.findByMIME(name) ?? name);
    if (found?.support) view.dispatch({ effects: language.reconfigure(found.support) });
  };
  void highlightAs(mime);
  return view;
}
