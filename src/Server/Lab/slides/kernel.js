import { ServiceManager } from '@jupyterlab/services';

/** The kernel of a notebook; the same one JupyterLab uses for it, so that both see the same variables. */
export class NotebookKernel {
  constructor(path) {
    this._path = path;
    this._services = new ServiceManager();
    this.stateChanged = () => {};
  }

  get contents() {
    return this._services.contents;
  }

  get settings() {
    return this._services.serverSettings;
  }

  get status() {
    return this._session?.kernel?.status ?? 'none';
  }

  /** The running session; starts one when there is none. */
  async session(kernelName) {
    this._starting ??= this._start(kernelName);
    try {
      return (this._session = await this._starting);
    } catch (error) {
      this._starting = undefined;
      throw error;
    }
  }

  async interrupt() {
    await this._session?.kernel?.interrupt();
  }

  async restart() {
    await this._session?.kernel?.restart();
  }

  async complete(code, position) {
    const { kernel } = await this.session();
    const { content } = await kernel.requestComplete({ code, cursor_pos: position });
    return content.status === 'ok' ? content : undefined;
  }

  async _start(kernelName) {
    const { sessions, kernelspecs } = this._services;
    await Promise.all([sessions.ready, kernelspecs.ready]);
    const running = await sessions.findByPath(this._path);
    const specs = kernelspecs.specs;
    const name = specs?.kernelspecs[kernelName] ? kernelName : specs?.default;
    const session = running
      ? sessions.connectTo({ model: running })
      : await sessions.startNew({ path: this._path, name: this._path.split('/').at(-1), type: 'notebook', kernel: { name } });
    session.statusChanged.connect(() => this.stateChanged());
    await session.kernel.info;
    return session;
  }
}
