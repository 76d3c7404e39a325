using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Qiansi.Jupyter.Client;
using Qiansi.Server.Kernels;

namespace Qiansi.Server.Tests;

/// <summary>A server on a free port, with a folder of its own and the test program's kernel.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    public const string Token = "a-token-for-tests";

    private readonly LabServer _server;
    private readonly string _temporary;

    private TestServer(LabServer server, string temporary, string folder, List<string> log)
    {
        (_server, _temporary, Folder, Log) = (server, temporary, folder, log);
        Http = NewClient();
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("token", Token);
    }

    /// <summary>Ends what takes too long.</summary>
    public static CancellationToken Limit => TestContext.Current.CancellationToken;

    /// <summary>The kernel program that is built with the tests.</summary>
    public static KernelLaunch Launch { get; } =
        new(["dotnet", Path.Combine(AppContext.BaseDirectory, "Qiansi.KernelProgram.dll"), "{connection_file}"])
        {
            DisplayName = ".NET (C#)",
            KernelName = ".net-csharp",
            InterruptByMessage = true,
            UseIpc = true,
            Environment = [new("QIANSI_HISTORY_DIR", Path.Combine(Path.GetTempPath(), "qiansi-test-history"))],
        };

    public static KernelOffer Offer { get; } = new(".net-csharp", ".NET (C#)", "C#", Launch)
    {
        Resources = new Dictionary<string, Func<byte[]>> { ["logo-svg.svg"] = () => "<svg/>"u8.ToArray() },
    };

    public LabServer Server => _server;

    /// <summary>The folder that is served.</summary>
    public string Folder { get; }

    /// <summary>What a person at the terminal would have read.</summary>
    public List<string> Log { get; }

    /// <summary>A client that shows the token.</summary>
    public HttpClient Http { get; }

    public static async Task<TestServer> StartAsync(Func<LabServerOptions, LabServerOptions>? change = null)
    {
        var temporary = Directory.CreateTempSubdirectory("qiansi-server-test-").FullName;
        var folder = Directory.CreateDirectory(Path.Combine(temporary, "root")).FullName;
        var log = new List<string>();
        var options = new LabServerOptions
        {
            Folder = folder,
            Kernel = Offer,
            Port = 0,
            Token = Token,
            KeepSpareKernel = false,
            StateFolder = Path.Combine(temporary, "state"),
            BundleFolder = FakeBundle(temporary),
            RuntimeFolder = Path.Combine(temporary, "runtime"),
            TrashFolder = Path.Combine(temporary, "trash"),
            Log = line =>
            {
                lock (log) log.Add(line);
            },
        };
        options = change?.Invoke(options) ?? options;
        return new(await LabServer.StartAsync(options), temporary, options.Folder, log);
    }

    /// <summary>A client that shows nothing.</summary>
    public HttpClient NewClient(CookieContainer? cookies = null) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = cookies is not null, CookieContainer = cookies ?? new() })
        {
            BaseAddress = new(_server.Address),
            Timeout = TimeSpan.FromSeconds(60),
        };

    /// <summary>Where the file for editors is.</summary>
    public string RuntimeFolder => Path.Combine(_temporary, "runtime");

    /// <summary>Where deleted files go.</summary>
    public string TrashFolder => Path.Combine(_temporary, "trash");

    public string FileOf(string path) => Path.Combine(Folder, path);

    /// <summary>Sends a request with a JSON body.</summary>
    public Task<HttpResponseMessage> SendAsync(string method, string path, JsonNode? body = null, string? ifMatch = null)
    {
        var request = new HttpRequestMessage(new(method), path);
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return Http.SendAsync(request, Limit);
    }

    /// <summary>Sends a request that must succeed with a status; the answer's JSON.</summary>
    public async Task<JsonNode> JsonAsync(string method, string path, int status, JsonNode? body = null)
    {
        using var response = await SendAsync(method, path, body);
        var text = await response.Content.ReadAsStringAsync(Limit);
        Assert.True(status == (int)response.StatusCode, $"{method} {path}: {(int)response.StatusCode} where {status} belongs: {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _server.DisposeAsync();
        Directory.Delete(_temporary, recursive: true);
    }

    private static string FakeBundle(string temporary)
    {
        var folder = Path.Combine(temporary, "lab");
        var schemas = Path.Combine(folder, "schemas", "@jupyterlab", "apputils-extension");
        Directory.CreateDirectory(schemas);
        Directory.CreateDirectory(Path.Combine(folder, "static"));
        Directory.CreateDirectory(Path.Combine(folder, "themes", "@jupyterlab", "theme-light-extension"));
        File.WriteAllText(Path.Combine(folder, "bundle.json"),
            """{"appVersion":"4.6.4","scripts":["lab.abc.js"],"disabledExtensions":["x:y"],"pages":{"slides":["slides.abc.js"]}}""");
        File.WriteAllText(Path.Combine(folder, "static", "lab.abc.js"), "// lab");
        File.WriteAllText(Path.Combine(folder, "themes", "@jupyterlab", "theme-light-extension", "index.css"), ":root {}");
        File.WriteAllText(Path.Combine(schemas, "themes.json"),
            """{"title":"Theme","properties":{"theme":{"type":"string","default":"JupyterLab Light"}}}""");
        File.WriteAllText(Path.Combine(folder, "overrides.json"), """{"@jupyterlab/apputils-extension:themes":{"theme":"Ours"}}""");
        File.WriteAllText(Path.Combine(folder, "licenses.json"),
            """{"packages":[{"name":"a","versionInfo":"1","licenseId":"MIT","extractedText":"…"}]}""");
        return folder;
    }
}
