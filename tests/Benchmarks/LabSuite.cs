using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Qiansi.Benchmarks;

/// <summary><c>nb lab</c>: how soon it serves, how soon a new notebook has its first result, and what it takes while idle.</summary>
internal static class LabSuite
{
    private const string Token = "benchmark";

    public static async Task RunAsync(int runs)
    {
        List<double> up = [], notebook = [], restart = [], memory = [], children = [], stop = [];
        for (var i = 0; i <= runs; i++)
        {
            var folder = Directory.CreateTempSubdirectory("qiansi-lab-benchmark-").FullName;
            var watch = Stopwatch.StartNew();
            using var server = Process.Start(new ProcessStartInfo(PublishedKernel.Executable, ["lab", folder, "--no-browser", "--port", "0",
                "--token", Token])
            { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var address = "";
            while (!address.StartsWith("http://", StringComparison.Ordinal))
                address = (await server.StandardOutput.ReadLineAsync()
                    ?? throw new InvalidOperationException(await server.StandardError.ReadToEndAsync())).Trim();
            using var http = new HttpClient { BaseAddress = new(new Uri(address).GetLeftPart(UriPartial.Authority)) };
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("token", Token);
            await http.GetStringAsync("/api/contents");
            var upAt = watch.Elapsed.TotalMilliseconds;

            // What a person needs to choose a notebook is enough for the spare kernel.
            await Task.Delay(5000);
            server.Refresh();
            var idle = (server.WorkingSet64 / 1048576.0, Children(server.Id).Sum(c => c.WorkingSet64) / 1048576.0);
            Directory.CreateDirectory(Path.Combine(folder, "deep"));
            watch.Restart();
            var kernel = await OpenAsync(http, "deep/a.ipynb");
            var resultAt = await FirstResultAsync(http, kernel, watch);
            await Task.Delay(6000);
            watch.Restart();
            (await http.PostAsync($"/api/kernels/{kernel}/restart", null)).EnsureSuccessStatusCode();
            var restartAt = watch.Elapsed.TotalMilliseconds;
            watch.Restart();
            (await http.PostAsync("/api/shutdown", null)).EnsureSuccessStatusCode();
            await server.WaitForExitAsync();
            var stopAt = watch.Elapsed.TotalMilliseconds;
            Directory.Delete(folder, recursive: true);
            if (i == 0) continue;
            up.Add(upAt);
            notebook.Add(resultAt);
            restart.Add(restartAt);
            memory.Add(idle.Item1);
            children.Add(idle.Item2);
            stop.Add(stopAt);
        }

        Figures.Print("process start to first answer", up, "ms", "1000");
        Figures.Print("new notebook to first result, spare kernel", notebook, "ms", "300");
        Figures.Print("restart, spare kernel", restart, "ms", "200");
        Figures.Print("idle server, resident", memory, "MB", "150");
        Figures.Print("its children (the spare kernel), resident", children, "MB");
        Figures.Print("stop, kernels and all", stop, "ms", "2000");
    }

    private static async Task<string> OpenAsync(HttpClient http, string path)
    {
        var body = new JsonObject
        {
            ["path"] = path,
            ["name"] = "",
            ["type"] = "notebook",
            ["kernel"] = new JsonObject { ["name"] = ".net-csharp" },
        };
        using var response =
            await http.PostAsync("/api/sessions", new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));
        return (string)JsonNode.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!["kernel"]!["id"]!;
    }

    private static async Task<double> FirstResultAsync(HttpClient http, string kernel, Stopwatch watch)
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Authorization", "token " + Token);
        await socket.ConnectAsync(
            new($"ws://{http.BaseAddress!.Authority}/api/kernels/{kernel}/channels?session_id=b"), CancellationToken.None);
        const string Request =
            """{"channel":"shell","header":{"msg_id":"1","msg_type":"execute_request","session":"b","username":"","date":"","version":"5.4"},"parent_header":{},"metadata":{},"content":{"code":"6 * 7","silent":false,"store_history":true,"user_expressions":{},"allow_stdin":false,"stop_on_error":true}}""";
        await socket.SendAsync(Encoding.UTF8.GetBytes(Request), WebSocketMessageType.Text, true, CancellationToken.None);
        var buffer = new byte[65536];
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            var message = JsonNode.Parse(buffer.AsSpan(0, received.Count))!;
            if ((string?)message["msg_type"] != "execute_result") continue;
            if ((string?)message["content"]!["data"]!["text/plain"] != "42") throw new InvalidOperationException("6 * 7 is not 42 here");
            return watch.Elapsed.TotalMilliseconds;
        }
    }

    private static List<Process> Children(int parent) => OperatingSystem.IsLinux()
        ? [.. Directory.EnumerateDirectories($"/proc/{parent}/task")
            .SelectMany(t => File.ReadAllText(t + "/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(id => Process.GetProcessById(int.Parse(id, System.Globalization.CultureInfo.InvariantCulture)))]
        : [];
}
