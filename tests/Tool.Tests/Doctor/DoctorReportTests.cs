using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Qiansi.Tool.Doctor;
using Qiansi.Tool.Doctor.Probes;

namespace Qiansi.Tool.Tests.Doctor;

public sealed class DoctorReportTests : IDisposable
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private readonly FakeMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Theory]
    [InlineData(nameof(SystemKind.Linux), "apt install")]
    [InlineData(nameof(SystemKind.MacOS), "brew install")]
    [InlineData(nameof(SystemKind.Windows), "winget install")]
    public async Task On_an_empty_machine_everything_is_missing_and_has_a_command(string system, string command)
    {
        var report = await DoctorReport.CollectAsync(_machine.Environment(Enum.Parse<SystemKind>(system)), Token);
        foreach (string name in (string[])["SDK", "node", "npm", "browser", "jupyter"])
        {
            var row = Assert.Single(report.Rows, r => r.Name == name);
            Assert.Equal(DoctorStatus.Missing, row.Status);
            Assert.StartsWith(command, row.HowToGet);
            Assert.NotEmpty(row.Why);
        }
        Assert.Equal("nb install", Assert.Single(report.Rows, r => r.Name == "kernel").HowToGet);
        Assert.DoesNotContain(report.Rows, r => r.Status == DoctorStatus.Problem);
    }

    [Fact]
    public async Task Commands_that_are_there_show_version_and_path()
    {
        string dotnet = _machine.Command("dotnet", """
            case "$1" in
              --list-sdks) echo '8.0.100 [/sdk]'; echo '10.0.401 [/sdk]' ;;
              --list-runtimes) echo 'Microsoft.AspNetCore.App 8.0.1 [/x]'; echo 'Microsoft.NETCore.App 10.0.12 [/y]' ;;
            esac
            """);
        string node = _machine.Command("node", "echo v20.11.1");
        _machine.Command("npm", "echo 10.2.4");
        string browser = _machine.Command("google-chrome", "echo 'Google Chrome 130.0.1'");
        _machine.Command("jupyter",
            "echo 'Selected Jupyter core packages...'; echo 'IPython          : 8.5.0'; echo 'jupyter_core     : 4.12.0'; "
            + "echo 'jupyterlab       : not installed'");
        _machine.Command("fc-list", "echo 'Noto Sans CJK SC'; echo 'Noto Sans CJK SC'; echo 'AR PL UMing CN'");
        var report = await DoctorReport.CollectAsync(_machine.Environment(), Token);
        DoctorRow Row(string name) => Assert.Single(report.Rows, r => r.Name == name);

        Assert.Equal((DoctorStatus.Found, "10.0.401", dotnet, "8.0.100, 10.0.401"),
            (Row("SDK").Status, Row("SDK").Version, Row("SDK").Path, Row("SDK").Detail));
        Assert.Equal((DoctorStatus.Found, "10.0.12"), (Row("runtime").Status, Row("runtime").Version));
        Assert.Equal(DoctorStatus.Problem, Row("ASP.NET Core runtime").Status);
        Assert.Contains("8.0.1: ", Row("ASP.NET Core runtime").Detail);
        Assert.Equal(("20.11.1", node), (Row("node").Version, Row("node").Path));
        Assert.Equal("10.2.4", Row("npm").Version);
        Assert.Equal(("Google Chrome 130.0.1", browser), (Row("browser").Version, Row("browser").Path));
        Assert.Equal(("4.12.0", "IPython 8.5.0, jupyter_core 4.12.0"), (Row("jupyter").Version, Row("jupyter").Detail));
        Assert.Equal("AR PL UMing CN; Noto Sans CJK SC", Row("Chinese").Detail);
        Assert.Equal(DoctorStatus.Missing, Row("package source").Status); // this dotnet lists none
    }

    [Fact]
    public async Task A_command_that_fails_or_is_too_old_is_a_problem()
    {
        _machine.Command("node", "echo v12.22.9");
        _machine.Command("npm", "echo 'cannot find module' >&2; exit 3");
        _machine.Command("dotnet", "exit 131");
        var report = await DoctorReport.CollectAsync(_machine.Environment(), Token);
        DoctorRow Row(string name) => Assert.Single(report.Rows, r => r.Name == name);
        Assert.Equal((DoctorStatus.Problem, "18 or later is needed"), (Row("node").Status, Row("node").Detail));
        Assert.Equal((DoctorStatus.Problem, "npm --version ended with code 3: cannot find module."),
            (Row("npm").Status, Row("npm").Detail));
        Assert.Equal((DoctorStatus.Problem, "dotnet --list-sdks ended with code 131."), (Row("SDK").Status, Row("SDK").Detail));
        Assert.Equal(DoctorStatus.Problem, Row("package sources").Status);
    }

    [Fact]
    public async Task A_command_that_never_answers_costs_its_time_limit_and_is_ended()
    {
        string mark = Path.Combine(_machine.Root, "pid");
        _machine.Command("jupyter", $"echo $$ > '{mark}'; exec /bin/sleep 600");
        var row = await _machine.RowAsync("Jupyter", "jupyter", _machine.Environment(limitSeconds: 2));
        Assert.Equal((DoctorStatus.Problem, "no answer within 2 s"), (row.Status, row.Detail));
        if (!OperatingSystem.IsLinux()) return;
        string process = $"/proc/{(await File.ReadAllTextAsync(mark, Token)).Trim()}";
        await Eventually.HoldsAsync(() => !Directory.Exists(process), what: "the command was ended");
    }

    [Fact]
    public async Task The_kernelspec_is_checked_for_what_it_would_start()
    {
        const string Spec = "home/.local/share/jupyter/kernels/.net-csharp/kernel.json";
        string file = _machine.Write(Spec, """{ "argv": ["/nowhere/nb", "kernel"], "display_name": ".NET (C#)" }""");
        var moved = await _machine.RowAsync("Jupyter", "kernel");
        Assert.Equal((DoctorStatus.Problem, file, "nb install"), (moved.Status, moved.Path, moved.HowToGet));
        Assert.Contains("/nowhere/nb", moved.Detail);

        _machine.Command("nb", "");
        _machine.Write(Spec, """{ "argv": ["nb", "kernel", "/nowhere/kernel.dll"], "display_name": ".NET (C#)" }""");
        Assert.Contains("/nowhere/kernel.dll", (await _machine.RowAsync("Jupyter", "kernel")).Detail);

        _machine.Write(Spec, """{ "argv": ["nb", "/d", "/c", "call", "/nowhere/nb.cmd", "kernel"], "display_name": ".NET (C#)" }""");
        Assert.Contains("/nowhere/nb.cmd", (await _machine.RowAsync("Jupyter", "kernel")).Detail);

        _machine.Write(Spec, """{ "argv": ["nb", "kernel"], "display_name": ".NET (C#)" }""");
        var works = await _machine.RowAsync("Jupyter", "kernel");
        Assert.Equal((DoctorStatus.Found, ".NET (C#): nb kernel"), (works.Status, works.Detail));

        foreach (string broken in (string[])["{", "{}", "{\"argv\": []}", "{\"argv\": [1]}"])
        {
            _machine.Write(Spec, broken);
            Assert.Equal(DoctorStatus.Problem, (await _machine.RowAsync("Jupyter", "kernel")).Status);
        }
    }

    [Fact]
    public async Task Cards_and_the_driver_library_are_listed()
    {
        _machine.Command("nvidia-smi", "echo 'NVIDIA RTX 4090, 550.54, 24564 MiB'; echo 'NVIDIA T4, 550.54, 15360 MiB'");
        string library = _machine.Write("usr/lib64/libcuda.so.1", "");
        var report = await DoctorReport.CollectAsync(_machine.Environment(), Token);
        var cards = report.Rows.Where(r => r.Area == "GPU").ToList();
        Assert.Equal(["NVIDIA RTX 4090", "NVIDIA T4", "NVIDIA driver library"], cards.Select(r => r.Name));
        Assert.Equal(("550.54", "24564 MiB"), (cards[0].Version, cards[0].Detail));
        Assert.Equal(library, cards[2].Path);

        _machine.Command("nvidia-smi", "echo 'Failed to initialize NVML: Driver/library version mismatch' >&2; exit 18");
        var mismatch = await _machine.RowAsync("GPU", "NVIDIA");
        Assert.Equal(DoctorStatus.Problem, mismatch.Status);
        Assert.Contains("mismatch", mismatch.Detail);
    }

    [Fact]
    public async Task Caches_have_a_place_and_a_size()
    {
        _machine.Write("cache/packages/x/resolved.json", new string('x', 3000));
        _machine.Write("cache/katex-1234/node_modules/katex/package.json", "{}");
        _machine.Write("home/.nuget/packages/a/a.dll", new string('x', 2048));
        var report = await DoctorReport.CollectAsync(_machine.Environment(), Token);
        Assert.Equal((_machine.Cache, "2.9 KiB"), report.Rows.Where(r => r.Name == "cache").Select(r => (r.Path, r.Detail)).Single());
        Assert.Equal("2 KiB", report.Rows.Single(r => r.Name == "NuGet packages").Detail);
        Assert.EndsWith("katex-1234", report.Rows.Single(r => r.Name == "KaTeX").Path);
        Assert.Matches(@"^[\d.]+ \w+ free of [\d.]+ \w+$", report.Rows.Single(r => r.Name == "free space").Detail!);
    }

    [Fact]
    public async Task Package_sources_are_asked()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var serving = ServeAsync(
            listener, new() { ["/good"] = "200 OK", ["/private"] = "401 Unauthorized", ["/broken"] = "500 Internal Server Error" });
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        int closedPort = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        string folder = Directory.CreateDirectory(Path.Combine(_machine.Root, "my feed")).FullName;
        string[] sources = [$"E http://127.0.0.1:{port}/good", $"E http://127.0.0.1:{port}/private", $"EM http://127.0.0.1:{port}/broken",
            $"E http://127.0.0.1:{closedPort}/", $"E {folder}", "E /nowhere/feed", "D http://127.0.0.1:1/off"];
        _machine.Command("dotnet", $"if [ \"$1\" = nuget ]; then {string.Join("; ", sources.Select(s => $"echo '{s}'"))}; fi");
        var rows = (await DoctorReport.CollectAsync(_machine.Environment(), Token)).Rows.Where(r => r.Name == "package source")
            .ToDictionary(r => r.Path!);
        listener.Stop();
        await serving;

        Assert.Equal(6, rows.Count);
        Assert.Equal((DoctorStatus.Found, "answers"), Of($"http://127.0.0.1:{port}/good"));
        Assert.Equal((DoctorStatus.Problem, "it answers 401: NuGet.config needs credentials for it"),
            Of($"http://127.0.0.1:{port}/private"));
        Assert.Equal((DoctorStatus.Problem, "it answers 500"), Of($"http://127.0.0.1:{port}/broken"));
        Assert.Equal(DoctorStatus.Problem, rows[$"http://127.0.0.1:{closedPort}/"].Status);
        Assert.Equal((DoctorStatus.Found, "a folder"), Of(folder));
        Assert.Equal((DoctorStatus.Problem, "there is no such folder"), Of("/nowhere/feed"));

        (DoctorStatus, string?) Of(string path) => (rows[path].Status, rows[path].Detail);
    }

    [Fact]
    public async Task The_json_has_the_documented_shape()
    {
        _machine.Command("node", "echo v22.0.0");
        using var json = JsonDocument.Parse((await DoctorReport.CollectAsync(_machine.Environment(), Token)).ToJson());
        Assert.Equal(1, json.RootElement.GetProperty("schema").GetInt32());
        Assert.Equal(Environment.ProcessorCount, json.RootElement.GetProperty("processors").GetInt32());
        var rows = json.RootElement.GetProperty("rows").EnumerateArray().ToList();
        var node = rows.Single(r => r.GetProperty("name").GetString() == "node");
        Assert.Equal(["area", "name", "status", "version", "path", "detail", "why", "howToGet"],
            node.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("found", "22.0.0", JsonValueKind.Null),
            (node.GetProperty("status").GetString(), node.GetProperty("version").GetString(), node.GetProperty("howToGet").ValueKind));
        Assert.Equal("missing", rows.Single(r => r.GetProperty("name").GetString() == "npm").GetProperty("status").GetString());
    }

    [Fact]
    public async Task This_machine_can_be_looked_at()
    {
        var report = await DoctorReport.CollectAsync(cancellation: Token);
        Assert.Contains(report.Rows, r => r.Name is "SDK");
        Assert.All(report.Rows, r => Assert.False(r.Status != DoctorStatus.Found && r.HowToGet is null && r.Detail is null, r.ToString()));
    }

    [Theory]
    [InlineData(0, "0 bytes")]
    [InlineData(1536, "1.5 KiB")]
    [InlineData(5L << 40, "5 TiB")]
    [InlineData(5000L << 40, "5000 TiB")]
    public void Sizes_are_readable(long bytes, string text) => Assert.Equal(text, DiskProbe.Size(bytes));

    private static async Task ServeAsync(TcpListener listener, Dictionary<string, string> answers)
    {
        while (true)
        {
            TcpClient client;
            try
            {
                client = await listener.AcceptTcpClientAsync(Token);
            }
            catch (SocketException)
            {
                return; // stopped
            }
            using (client)
            {
                using var reader = new StreamReader(client.GetStream(), Encoding.ASCII, leaveOpen: true);
                string path = (await reader.ReadLineAsync(Token) ?? "").Split(' ')[1];
                while (!string.IsNullOrEmpty(await reader.ReadLineAsync(Token)))
                {
                }
                await client.GetStream().WriteAsync(
                    Encoding.ASCII.GetBytes($"HTTP/1.1 {answers[path]}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), Token);
            }
        }
    }
}
