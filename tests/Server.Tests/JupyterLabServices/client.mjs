// JupyterLab's own client library against the server: node client.mjs ADDRESS TOKEN. Prints one line a step; ends with 0 when all went well.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import WebSocket from 'ws';

const require = createRequire(import.meta.url);
const { ContentsManager, KernelManager, KernelSpecManager, ServerConnection, SessionManager, SettingManager, WorkspaceManager } = require('@jupyterlab/services');

const [address, token] = process.argv.slice(2);
const serverSettings = ServerConnection.makeSettings({ baseUrl: address, wsUrl: address.replace('http', 'ws'), appUrl: 'lab', token, WebSocket, fetch, Request, Headers, appendToken: true });
const step = async (name, run) => {
  await run();
  console.log(`ok ${name}`);
};

const kernelManager = new KernelManager({ serverSettings, standby: 'never' });
const sessions = new SessionManager({ serverSettings, kernelManager, standby: 'never' });
const contents = new ContentsManager({ serverSettings });
let session;

const run = async (code, settings = {}) => {
  const outputs = [];
  const future = session.kernel.requestExecute({ code, allow_stdin: !!settings.answer });
  future.onIOPub = message => outputs.push(message);
  future.onStdin = message => session.kernel.sendInputReply({ value: settings.answer, status: 'ok' }, message.header);
  const reply = await future.done;
  return { reply: reply.content, outputs, text: outputs.filter(o => o.header.msg_type === 'execute_result').map(o => o.content.data['text/plain']).join('') };
};

await step('user', async () => {
  // UserManager itself wants a browser's window.
  const response = await ServerConnection.makeRequest(`${address}api/me`, {}, serverSettings);
  assert.ok((await response.json()).identity.username);
});

await step('kernelspecs', async () => {
  const specs = new KernelSpecManager({ serverSettings, standby: 'never' });
  await specs.ready;
  assert.equal(specs.specs.default, '.net-csharp');
  assert.equal(specs.specs.kernelspecs['.net-csharp'].language, 'C#');
  specs.dispose();
});

await step('contents', async () => {
  const made = await contents.newUntitled({ path: '', type: 'notebook' });
  assert.equal(made.path, 'Untitled.ipynb');
  const opened = await contents.get('Untitled.ipynb', { content: true, type: 'notebook', format: 'json' });
  opened.content.cells.push({ cell_type: 'code', id: 'a', source: '1 + 1', metadata: { trusted: true }, outputs: [], execution_count: null });
  const saved = await contents.save('Untitled.ipynb', { type: 'notebook', format: 'json', content: opened.content });
  assert.equal(saved.type, 'notebook');
  const checkpoint = await contents.createCheckpoint('Untitled.ipynb');
  assert.deepEqual((await contents.listCheckpoints('Untitled.ipynb')).map(c => c.id), [checkpoint.id]);
  await contents.restoreCheckpoint('Untitled.ipynb', checkpoint.id);
  await contents.deleteCheckpoint('Untitled.ipynb', checkpoint.id);
  await contents.save('text.txt', { type: 'file', format: 'text', content: '浅思' });
  assert.equal((await contents.get('text.txt')).content, '浅思');
  const copy = await contents.copy('text.txt', '');
  assert.equal(copy.path, 'text-Copy1.txt');
  await assert.rejects(contents.rename('text-Copy1.txt', 'text.txt'), error => error.response.status === 409);
  await contents.rename('text-Copy1.txt', 'renamed.txt');
  await contents.delete('renamed.txt');
  await assert.rejects(contents.get('renamed.txt'), error => error.response.status === 404);
  const names = (await contents.get('')).content.map(e => e.name).sort();
  assert.deepEqual(names, ['Untitled.ipynb', 'text.txt']);
});

await step('session', async () => {
  await sessions.ready;
  session = await sessions.startNew({ path: 'Untitled.ipynb', type: 'notebook', name: 'Untitled.ipynb', kernel: { name: '.net-csharp' } });
  const info = await session.kernel.info;
  assert.equal(info.language_info.name, 'C#');
});

await step('execute', async () => {
  const { reply, text } = await run('1 + 1');
  assert.equal(reply.status, 'ok');
  assert.equal(text, '2');
});

await step('streams and errors', async () => {
  const { outputs, reply } = await run('Console.WriteLine("out");\nConsole.Error.WriteLine("err");\nthrow new InvalidOperationException("no");');
  assert.deepEqual(outputs.filter(o => o.header.msg_type === 'stream').map(o => o.content.name).sort(), ['stderr', 'stdout']);
  assert.equal(reply.status, 'error');
  assert.equal(outputs.find(o => o.header.msg_type === 'error').content.evalue, 'no');
});

await step('input', async () => {
  const { text } = await run('Console.ReadLine()', { answer: 'hello' });
  assert.match(text, /hello/);
});

await step('complete, inspect', async () => {
  const complete = await session.kernel.requestComplete({ code: 'Console.WriteL', cursor_pos: 14 });
  assert.ok(complete.content.matches.some(m => m.includes('WriteLine')));
  const inspect = await session.kernel.requestInspect({ code: 'Console.WriteLine', cursor_pos: 14, detail_level: 0 });
  assert.ok(inspect.content.found);
});

await step('interrupt', async () => {
  const future = session.kernel.requestExecute({ code: 'while (true) ;' });
  await new Promise(started => (future.onIOPub = m => m.header.msg_type === 'execute_input' && started()));
  await session.kernel.interrupt();
  assert.equal((await future.done).content.status, 'error');
});

await step('restart', async () => {
  await run('var lost = 1;');
  await session.kernel.restart();
  assert.equal((await run('lost')).reply.status, 'error');
});

await step('rename', async () => {
  await contents.rename('Untitled.ipynb', 'named.ipynb');
  await session.setPath('named.ipynb');
  await sessions.refreshRunning();
  assert.deepEqual([...sessions.running()].map(s => s.path), ['named.ipynb']);
});

await step('settings and workspaces', async () => {
  const settings = new SettingManager({ serverSettings });
  const { ids } = await settings.list('ids');
  assert.ok(ids.length > 0);
  await settings.save(ids[0], '{ /* mine */ theme: "x", }');
  assert.equal((await settings.fetch(ids[0])).raw, '{ /* mine */ theme: "x", }');
  const workspaces = new WorkspaceManager({ serverSettings });
  await workspaces.save('w', { data: { a: 1 }, metadata: { id: 'w' } });
  assert.deepEqual((await workspaces.list()).ids, ['w']);
  assert.equal((await workspaces.fetch('w')).data.a, 1);
  await workspaces.remove('w');
});

await step('shutdown', async () => {
  await session.shutdown();
  await kernelManager.refreshRunning();
  assert.equal([...kernelManager.running()].length, 0);
});

process.exit(0);
