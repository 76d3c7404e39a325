using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Qiansi.Clients.Browser;

/// <summary>A browser page on the server; when it is closed, everything it asked for must have been on 127.0.0.1,
/// and no script may have failed.</summary>
internal sealed class LabPage : IAsyncDisposable
{
    private readonly List<string> _outside = [];
    private readonly List<string> _failures = [];
    private readonly Uri _address;
    private readonly string _name;

    public LabPage(IPage page, Uri address, string name)
    {
        (Page, _address, _name) = (page, address, name);
        page.Context.Request += (_, request) => Note(request.Url);
        page.Context.Page += (_, other) => Watch(other);
        Watch(page);
    }

    public IPage Page { get; }

    public ILocator Cells => Page.Locator(".jp-Notebook .jp-Cell");

    public Task EnterAsync() => Page.GotoAsync(_address.AbsoluteUri);

    public Task GoAsync(string path) => Page.GotoAsync(new Uri(_address, path).AbsoluteUri);

    /// <summary>Opens a notebook in a workspace of its own and waits until its kernel answers.</summary>
    public async Task OpenNotebookAsync(string path)
    {
        await GoAsync($"/lab/workspaces/test{_name}/tree/{path}");
        await WaitReadyAsync();
    }

    /// <summary>A question for the kernel of a notebook that names none is answered with what is suggested.</summary>
    public async Task WaitReadyAsync()
    {
        await Page.Locator(".jp-Notebook").First.WaitForAsync();
        await Page.WaitForFunctionAsync($"() => {KernelIsIdle} || {KernelIsAsked}");
        if (await Page.EvaluateAsync<bool>($"() => {KernelIsAsked}")) await Page.Locator(".jp-Dialog .jp-mod-accept").ClickAsync();
        await Page.WaitForFunctionAsync($"() => {KernelIsIdle}");
    }

    private const string KernelIsIdle = "window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'";
    private const string KernelIsAsked = "(document.querySelector('.jp-Dialog-header')?.textContent === 'Select Kernel')";

    /// <summary>A command of JupyterLab, to its end.</summary>
    public Task CommandAsync(string id) => Page.EvaluateAsync("id => window.jupyterapp.commands.execute(id)", id);

    public ILocator Output(int cell) => Cells.Nth(cell).Locator(".jp-OutputArea-output");

    /// <summary>Replaces the text of a cell by typing.</summary>
    public async Task TypeAsync(int cell, string text)
    {
        await Cells.Nth(cell).Locator(".cm-content").ClickAsync();
        await Page.Keyboard.PressAsync("ControlOrMeta+A");
        await Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Runs the cell the cursor is in.</summary>
    public Task RunAsync() => Page.Keyboard.PressAsync("Control+Enter");

    public async Task SaveAsync()
    {
        await Page.Keyboard.PressAsync("ControlOrMeta+S");
        await Page.WaitForFunctionAsync("() => !window.jupyterapp.shell.currentWidget.context.model.dirty");
    }

    public Task<string> TextAsync(int cell) =>
        Page.EvaluateAsync<string>("i => window.jupyterapp.shell.currentWidget.content.widgets[i].model.sharedModel.getSource()", cell);

    /// <summary>From now on counts how often the outputs of a cell change.</summary>
    public Task CountUpdatesAsync(int cell) => Page.EvaluateAsync("""
        i => {
          const cell = document.querySelectorAll('.jp-Notebook .jp-Cell')[i];
          cell.updates = 0;
          new MutationObserver(() => { cell.updates++; }).observe(cell.querySelector('.jp-OutputArea'), { childList: true, subtree: true });
        }
        """, cell);

    /// <summary>Changes since <see cref="CountUpdatesAsync"/>.</summary>
    public Task<int> UpdatesAsync(int cell) =>
        Page.EvaluateAsync<int>("i => document.querySelectorAll('.jp-Notebook .jp-Cell')[i].updates", cell);

    /// <summary>Keeps a picture for people to look at.</summary>
    public Task PictureAsync(string name) => Page.ScreenshotAsync(new() { Path = Path.Combine(RunningLab.Screenshots, name + ".png") });

    public Task ExpectAsync(ILocator locator, string text) =>
        Assertions.Expect(locator).ToContainTextAsync(
            new Regex(text, RegexOptions.None, TimeSpan.FromSeconds(5)), new() { Timeout = 60_000 });

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        Assert.Empty(_outside);
        Assert.Empty(_failures);
    }

    private void Watch(IPage page)
    {
        page.PageError += (_, error) => _failures.Add(error);
        page.WebSocket += (_, socket) => Note(socket.Url);
        // "Leave the page?" of an unsaved notebook.
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
    }

    private void Note(string url)
    {
        var address = new Uri(url);
        if (address.Scheme is "data" or "blob" or "about" or "file" or "attachment" || address.Host == "127.0.0.1") return;
        _outside.Add(url);
    }
}
