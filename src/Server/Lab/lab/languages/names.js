/** Languages of cells as documents name them: what people read, spellings that mean the same, and how the editor highlights them. */
export const languages = [
  { name: 'csharp', label: 'C#', aliases: ['cs', 'c#'], mime: 'text/x-csharp' },
  { name: 'html', label: 'HTML', aliases: [], mime: 'text/html' },
  { name: 'javascript', label: 'JavaScript', aliases: ['js'], mime: 'text/javascript' },
  { name: 'markdown', label: 'Markdown', aliases: ['md'], mime: 'text/x-markdown' },
  { name: 'mermaid', label: 'Mermaid', aliases: [], mime: 'text/x-mermaid' },
  { name: 'sql', label: 'SQL', aliases: [], mime: 'text/x-sql' },
  { name: 'snl', label: 'SNL', aliases: [], mime: 'text/x-snl' },
  { name: 'value', label: 'Value', aliases: [], mime: 'text/plain' },
  { name: 'fsharp', label: 'F#', aliases: ['fs', 'f#'], mime: 'text/x-fsharp' },
  { name: 'pwsh', label: 'PowerShell', aliases: ['powershell'], mime: 'application/x-powershell' },
  { name: 'kql', label: 'KQL', aliases: [], mime: 'text/plain' },
  { name: 'http', label: 'HTTP', aliases: [], mime: 'message/http' },
  { name: 'python', label: 'Python', aliases: [], mime: 'text/x-python' },
  { name: 'raw', label: 'Raw', aliases: [], mime: 'text/plain' }
];

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
