import { INotebookTracker } from '@jupyterlab/notebook';

/** A notebook says which kernel it is for once a person has chosen one, and not because it was opened: opening changes no byte of it. */
export default {
  id: '@qiansi/lab:kernel-metadata',
  description: 'Writes the chosen kernel into a notebook.',
  autoStart: true,
  requires: [INotebookTracker],
  activate: (_, tracker) => tracker.widgetAdded.connect((__, panel) => {
    const { kernelChanged } = panel.sessionContext;
    // JupyterLab's own way: whatever kernel starts writes all that it says of itself, version included.
    if (!kernelChanged.disconnect(panel._onKernelChanged, panel)) throw new Error('JupyterLab notes kernels in another way; see kernelMetadata.js.');
    kernelChanged.connect((___, { oldValue, newValue }) => {
      if (newValue) void note(panel, newValue, Boolean(oldValue));
    });
  })
};

async function note(panel, kernel, isExchanged) {
  const { model, sessionContext } = panel;
  const written = model.getMetadata('kernelspec')?.name;
  // A language alone finds its kernel again.
  if (written === kernel.name || (!written && model.getMetadata('language_info')?.name)) return;
  const [spec, info] = await Promise.all([kernel.spec, kernel.info]);
  if (!isExchanged) await firstChange(model);
  if (panel.isDisposed || sessionContext.session?.kernel !== kernel) return;
  const { codemirror_mode, ...language } = info.language_info;
  model.setMetadata('kernelspec', { name: kernel.name, display_name: spec?.display_name ?? kernel.name, language: spec?.language });
  model.setMetadata('language_info', language);
}

function firstChange(model) {
  if (model.dirty) return Promise.resolve();
  return new Promise(done => {
    const changed = () => {
      if (!model.dirty) return;
      model.stateChanged.disconnect(changed);
      done();
    };
    model.stateChanged.connect(changed);
  });
}
