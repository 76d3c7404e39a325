import table from './languages.json';

/** Languages of cells as src/Documents/NotebookLanguages.cs has them: what people read, names that mean the same, media types, and whether our kernel runs them. */
export const languages = [...table];

/** The language of a name or alias in any case; undefined when it is none. */
export function findLanguage(nameOrAlias) {
  const wanted = nameOrAlias?.toLowerCase();
  return languages.find(l => l.name === wanted || l.aliases.includes(wanted));
}

/** The language of a name; one that nobody has heard of, such as a connected kernel's, is known from then on. */
export function learnLanguage(name) {
  const language = findLanguage(name) ?? { name, label: name, aliases: [], mime: 'text/plain' };
  if (!languages.includes(language)) languages.push(language);
  return language;
}
