import { PageConfig, URLExt } from '@jupyterlab/coreutils';
import { ServerConnection } from '@jupyterlab/services';

const Packages = { light: '@jupyterlab/theme-light-extension', dark: '@jupyterlab/theme-dark-extension' };

/** Wears the theme that was chosen in JupyterLab; returns what changes between light and dark. */
export async function applyTheme(settings) {
  let isDark = await wantsDark(settings);
  const show = async () => {
    const name = isDark ? 'dark' : 'light';
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = URLExt.join(PageConfig.getBaseUrl(), PageConfig.getOption('themesUrl'), Packages[name], 'index.css');
    const loaded = new Promise((done, fail) => {
      link.onload = done;
      link.onerror = () => fail(new Error(`The theme ${link.href} could not be loaded.`));
    });
    const before = document.head.querySelector('link[data-theme]');
    link.dataset.theme = name;
    document.head.prepend(link);
    await loaded;
    before?.remove();
    Object.assign(document.body.dataset, { jpThemeLight: String(!isDark), jpThemeName: `JupyterLab ${isDark ? 'Dark' : 'Light'}` });
  };
  await show();
  return () => {
    isDark = !isDark;
    return show();
  };
}

async function wantsDark(settings) {
  const address = URLExt.join(PageConfig.getBaseUrl(), PageConfig.getOption('settingsUrl'), encodeURIComponent('@jupyterlab/apputils-extension:themes'));
  const response = await ServerConnection.makeRequest(address, {}, settings);
  const { theme, 'adaptive-theme': adaptive } = response.ok ? (await response.json()).settings ?? {} : {};
  return theme && !adaptive ? /dark/i.test(theme) : matchMedia('(prefers-color-scheme: dark)').matches;
}
