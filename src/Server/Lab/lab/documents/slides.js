import { INotebookTracker } from '@jupyterlab/notebook';
import { PageConfig, URLExt } from '@jupyterlab/coreutils';
import { LabIcon } from '@jupyterlab/ui-components';
import screen from './slides.svg';

const icon = new LabIcon({ name: 'qiansi:slides', svgstr: screen });

/** Opens the notebook as slides whose cells can be edited and run. */
export default {
  id: '@qiansi/lab:slides',
  description: 'Shows a notebook as slides.',
  autoStart: true,
  requires: [INotebookTracker],
  activate: (app, tracker) => {
    app.commands.addCommand('qiansi:slides', {
      label: 'Show as Slides',
      caption: 'Show this notebook as slides, in a new tab; its cells run there',
      icon,
      isEnabled: () => tracker.currentWidget !== null,
      execute: async () => {
        const { context } = tracker.currentWidget;
        if (context.model.dirty) await context.save();
        window.open(URLExt.join(PageConfig.getBaseUrl(), 'slides', ...context.path.split('/').map(encodeURIComponent)), '_blank', 'noopener');
      }
    });
    const changed = () => app.commands.notifyCommandChanged('qiansi:slides');
    tracker.currentChanged.connect(changed);
  }
};
