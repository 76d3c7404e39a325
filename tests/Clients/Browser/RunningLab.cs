using System.Globalization;
using Microsoft.Playwright;

namespace Qiansi.Clients.Browser;

/// <summary>One server and one browser for all tests, which run one after the other;
/// each opens notebooks and a browser context of its own.</summary>
public sealed class RunningLab : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("qiansi-browser-").FullName;
    private LabProcess? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private int _pages;

    /// <summary>The folder that is served.</summary>
    public string Folder => _folder;

    /// <summary>Pictures for people; git ignores them.</summary>
    public static string Screenshots => Path.Combine(InstalledKernel.Root, "screenshots");

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        if (Chromium.Missing is not null) return;
        _server = await LabProcess.StartAsync(_folder);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Program, Args = ["--no-sandbox"] });
    }

    /// <summary>Writes a file into the served folder.</summary>
    public async Task<string> WriteAsync(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        return path;
    }

    /// <summary>A fresh browser context that has been let in, and in which no earlier test has chosen the theme.</summary>
    internal async Task<LabPage> OpenAsync(ColorScheme colors = ColorScheme.Light)
    {
        await ForgetThemeAsync();
        var context = await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = 1400, Height = 950 }, ColorScheme = colors });
        context.SetDefaultTimeout(60_000);
        var page = new LabPage(await context.NewPageAsync(), _server!.Address, (++_pages).ToString(CultureInfo.InvariantCulture));
        await page.EnterAsync();
        return page;
    }

    private async Task ForgetThemeAsync()
    {
        using var http = new HttpClient { BaseAddress = new(_server!.Address.GetLeftPart(UriPartial.Authority)) };
        http.DefaultRequestHeaders.Authorization = new("token", _server.Address.Query.Split("token=")[1]);
        using var empty = new StringContent("""{"raw":"{}"}""", System.Text.Encoding.UTF8, "application/json");
        using var response =
            await http.PutAsync("/lab/api/settings/@jupyterlab/apputils-extension:themes", empty, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        _playwright?.Dispose();
        if (_server is not null) await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>The tests that share it.</summary>
[CollectionDefinition(nameof(RunningLab), DisableParallelization = true)]
public sealed class RunningLabCollection : ICollectionFixture<RunningLab>;
