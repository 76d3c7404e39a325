import { PageConfig } from '@jupyterlab/coreutils';
import { Widget } from '@lumino/widgets';
import logo from './logo.svg';

/** The logo at the top left; leads back to the course. */
export default {
  id: '@qiansi/lab:logo',
  description: 'The logo, which leads back to the course.',
  autoStart: true,
  activate: app => {
    const link = document.createElement('a');
    link.href = PageConfig.getBaseUrl();
    link.title = link.ariaLabel = 'Back to the course';
    link.innerHTML = logo;
    const widget = new Widget({ node: link });
    widget.id = 'jp-MainLogo';
    widget.addClass('qn-Logo');
    app.shell.add(widget, 'top', { rank: 0 });
  }
};
