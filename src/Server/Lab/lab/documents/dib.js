/** A .dib file is a notebook: the server hands it out and takes it back as one. */
export default {
  id: '@qiansi/lab:dib',
  description: 'Opens .dib files as notebooks.',
  autoStart: true,
  activate: app => {
    // A file type of its own would need a second notebook editor with commands, settings and restoring of its own.
    app.docRegistry.getFileType('notebook').extensions.push('.dib', '.dotnet-interactive');
  }
};
