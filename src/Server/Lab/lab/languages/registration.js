import { csharp } from './csharp.js';
import { mermaid, snl } from './small.js';

const stream = async parser => {
  const { LanguageSupport, StreamLanguage } = await import('@codemirror/language');
  return new LanguageSupport(StreamLanguage.define(parser));
};

/** Teaches the editor our languages: C# of today in place of JupyterLab's, which stops years ago; Mermaid and SNL. */
export function registerLanguages(registry) {
  registry.getLanguages().find(l => l.name === 'C#').load = () => stream(csharp);
  registry.addLanguage({ name: 'mermaid', mime: 'text/x-mermaid', extensions: ['mmd'], load: () => stream(mermaid) });
  registry.addLanguage({ name: 'SNL', alias: ['snl'], mime: 'text/x-snl', extensions: ['snl'], load: () => stream(snl) });
}
