// The language of cells, by the same rules as src/Documents: a first line "#!html", else Polyglot's metadata, else the notebook's.
import { findLanguage } from './names.js';

const FirstLine = /^#!([^\s]+)[ \t]*(\r?\n|$)/;

/** The language a first line names, and the text after that line. */
export function splitSource(source) {
  const match = FirstLine.exec(source);
  const language = match && findLanguage(match[1]);
  return language ? { language, code: source.slice(match[0].length) } : { language: undefined, code: source };
}

/** The language of a code cell; undefined when it is left to the notebook. */
export function cellLanguage(model) {
  const { language } = splitSource(model.sharedModel.getSource());
  const named = model.getMetadata('polyglot_notebook')?.kernelName ?? model.getMetadata('dotnet_interactive')?.language;
  return language ?? (typeof named === 'string' ? findLanguage(named) : undefined);
}

/** The language of a notebook's cells that name none; undefined when it is not one of ours. */
export function notebookLanguage(notebook) {
  const polyglot = notebook.getMetadata('polyglot_notebook')?.kernelInfo?.defaultKernelName;
  const kernel = notebook.getMetadata('kernelspec');
  const info = notebook.getMetadata('language_info')?.name;
  for (const name of [polyglot, kernel?.language, info]) {
    const language = typeof name === 'string' && findLanguage(name);
    if (language) return language;
  }
  return info === 'polyglot-notebook' || kernel?.name?.startsWith('.net-') ? findLanguage('csharp') : undefined;
}

/**
 * Gives a cell a language. The first line makes it run so in every front end, also in those that send a kernel nothing but the text;
 * the metadata is what Polyglot Notebooks and .dib files go by.
 */
export function setCellLanguage(model, language, notebook) {
  const shared = model.sharedModel;
  const { code } = splitSource(shared.getSource());
  const isOwn = language.name !== notebookLanguage(notebook)?.name;
  shared.transact(() => {
    const source = isOwn ? `#!${language.name}\n${code}` : code;
    if (source !== shared.getSource()) shared.setSource(source);
    write(model, 'dotnet_interactive', 'language', isOwn ? language.name : undefined);
    write(model, 'polyglot_notebook', 'kernelName', isOwn ? language.name : undefined);
  });
}

function write(model, section, key, value) {
  const { [key]: _, ...others } = model.getMetadata(section) ?? {};
  if (value !== undefined) model.setMetadata(section, { ...others, [key]: value });
  else if (Object.keys(others).length > 0) model.setMetadata(section, others);
  else model.deleteMetadata(section);
}
