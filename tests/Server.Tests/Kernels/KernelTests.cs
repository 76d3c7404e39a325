using System.Diagnostics;
using System.Text.Json.Nodes;
using Qiansi.Server.Kernels;

namespace Qiansi.Server.Tests.Kernels;

public sealed class KernelTests
{
    [Fact]
    public async Task A_killed_kernel_is_reported_below_its_cell_and_started_again()
    {
        await using var server = await TestServer.StartAsync();
        var kernel = await ChannelsTests.KernelAsync(server);
        await using var client = await ChannelsClient.ConnectAsync(server, kernel);
        var running = await client.ExecuteAsync("Thread.Sleep(60000);");
        await client.WaitAsync(m => m.Parent == running && m.Type == "execute_input");
        Kill(server, kernel);
        var said = await client.WaitAsync(m => m.Type == "stream" && m.Parent == running, seconds: 10);
        Assert.Contains("killed (SIGKILL)", (string?)said.Content["text"]);
        await client.WaitAsync(m => m.Type == "status" && (string?)m.Content["execution_state"] == "restarting", seconds: 10);
        await WaitForStateAsync(server, kernel, "idle");
        Assert.Equal("3", (string?)(await client.RunAsync("1 + 2")).Single(m => m.Type == "execute_result").Content["data"]!["text/plain"]);
    }

    [Fact]
    public async Task A_kernel_that_keeps_dying_is_declared_dead_and_can_be_restarted_by_hand()
    {
        await using var server = await TestServer.StartAsync();
        var kernel = await ChannelsTests.KernelAsync(server);
        await using var client = await ChannelsClient.ConnectAsync(server, kernel);
        for (var i = 0; i < 6; i++)
        {
            await WaitForStateAsync(server, kernel, "idle");
            var process = server.Server.Kernel(kernel).ProcessId;
            Kill(server, kernel);
            await Eventually.HoldsAsync(() => server.Server.Kernel(kernel).ProcessId != process);
        }
        await client.WaitAsync(m => m.Type == "status" && (string?)m.Content["execution_state"] == "dead");
        Assert.Equal("dead", (string?)(await server.JsonAsync("GET", "/api/kernels/" + kernel, 200))["execution_state"]);
        await server.JsonAsync("POST", $"/api/kernels/{kernel}/restart", 200);
        Assert.Contains(await client.RunAsync("1"), m => m.Type == "execute_result");
    }

    [Fact]
    public async Task A_restart_forgets_variables_and_keeps_connections()
    {
        await using var server = await TestServer.StartAsync();
        var kernel = await ChannelsTests.KernelAsync(server);
        await using var client = await ChannelsClient.ConnectAsync(server, kernel);
        await client.RunAsync("var forgotten = 1;");
        var process = server.Server.Kernel(kernel).ProcessId;
        Assert.Equal(kernel, (string?)(await server.JsonAsync("POST", $"/api/kernels/{kernel}/restart", 200))["id"]);
        Assert.NotEqual(process, server.Server.Kernel(kernel).ProcessId);
        Assert.Contains(await client.RunAsync("forgotten"), m => m.Type == "error");
        await GoneAsync(process!.Value);
    }

    [Fact]
    public async Task The_spare_kernel_starts_a_notebook_at_once_in_its_own_folder()
    {
        await using var server = await TestServer.StartAsync(o => o with { KeepSpareKernel = true });
        var folder = Directory.CreateDirectory(server.FileOf("deep/er")).FullName;
        File.WriteAllText(Path.Combine(folder, "data.txt"), "beside the notebook");
        await WaitForSpareAsync(server);
        var watch = Stopwatch.StartNew();
        var session = await server.JsonAsync("POST", "/api/sessions", 201, Session("deep/er/a.ipynb"));
        var took = watch.Elapsed;
        await using var client = await ChannelsClient.ConnectAsync(server, (string)session["kernel"]!["id"]!);
        var messages = await client.RunAsync("(File.ReadAllText(\"data.txt\"), Environment.GetEnvironmentVariable(\"JPY_SESSION_NAME\"))");
        var text = (string?)messages.Single(m => m.Type == "execute_result").Content["data"]!["text/plain"];
        Assert.Contains("beside the notebook", text);
        Assert.Contains(Path.Combine(folder, "a.ipynb"), text);
        Assert.Equal(1, (int)messages.Single(m => m.Type == "execute_input").Content["execution_count"]!);
        Assert.True(took < TimeSpan.FromSeconds(1), $"{took}");
    }

    [Fact]
    public async Task A_spare_that_died_is_not_given_out()
    {
        await using var server = await TestServer.StartAsync(o => o with { KeepSpareKernel = true });
        var spare = await WaitForSpareAsync(server);
        Process.GetProcessById(spare.ProcessId).Kill();
        await spare.Exited;
        await using var client = await ChannelsClient.ConnectAsync(server, await ChannelsTests.KernelAsync(server));
        Assert.Contains(await client.RunAsync("1"), m => m.Type == "execute_result");
    }

    [Fact]
    public async Task Twenty_notebooks_run_at_once_each_with_its_own_variables()
    {
        await using var server = await TestServer.StartAsync(o => o with { KeepSpareKernel = true });
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            var session = await server.JsonAsync("POST", "/api/sessions", 201, Session($"n{i}.ipynb"));
            await using var client = await ChannelsClient.ConnectAsync(server, (string)session["kernel"]!["id"]!);
            await client.RunAsync($"var mine = {i};");
            return (string?)(await client.RunAsync("mine * 2")).Single(m => m.Type == "execute_result").Content["data"]!["text/plain"];
        }));
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"{i * 2}"), results);
        var processes = server.Server.Kernels.Select(k => k.ProcessId!.Value).ToList();
        Assert.Equal(20, processes.Distinct().Count());
        var watch = Stopwatch.StartNew();
        await server.Server.DisposeAsync();
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"stopping 20 kernels took {watch.Elapsed}");
        foreach (var process in processes) await GoneAsync(process);
    }

    [Fact]
    public async Task Idle_kernels_that_no_page_shows_are_ended()
    {
        await using var server = await TestServer.StartAsync(o => o with { EndIdleKernelsAfter = TimeSpan.FromSeconds(3) });
        var (idle, shown, busy) =
            (await ChannelsTests.KernelAsync(server), await ChannelsTests.KernelAsync(server), await ChannelsTests.KernelAsync(server));
        await using var page = await ChannelsClient.ConnectAsync(server, shown);
        await using (var client = await ChannelsClient.ConnectAsync(server, busy))
        {
            var id = await client.ExecuteAsync("Thread.Sleep(60000);");
            await client.WaitAsync(m => m.Parent == id && m.Type == "execute_input");
        }
        await Eventually.HoldsAsync(() => server.Server.Kernels.All(k => k.Id != idle));
        await Task.Delay(1500, TestServer.Limit);
        Assert.Equal(new[] { shown, busy }.Order(), server.Server.Kernels.Select(k => k.Id).Order());
    }

    [Fact]
    public async Task A_kernel_that_cannot_start_says_why()
    {
        await using var server = await TestServer.StartAsync(o =>
            o with { Kernel = TestServer.Offer with { Launch = TestServer.Launch with { Command = ["/missing/program"] } } });
        Assert.Contains("/missing/program", (string?)(await server.JsonAsync("POST", "/api/kernels", 500))["message"]);
        Assert.Contains("No kernelspec named 'nothing'",
            (string?)(await server.JsonAsync("POST", "/api/kernels", 404, new JsonObject { ["name"] = "nothing" }))["message"]);
        Assert.Empty((await server.JsonAsync("GET", "/api/kernels", 200)).AsArray());
    }

    [Fact]
    public async Task A_server_starts_no_more_kernels_than_it_may()
    {
        await using var server = await TestServer.StartAsync(o => o with { MostKernels = 1 });
        var kernel = await ChannelsTests.KernelAsync(server);
        await server.JsonAsync("POST", "/api/kernels", 503);
        await server.JsonAsync("DELETE", "/api/kernels/" + kernel, 204);
        await server.JsonAsync("DELETE", "/api/kernels/" + kernel, 404);
        await ChannelsTests.KernelAsync(server);
    }

    internal static JsonObject Session(string path) =>
        new() { ["path"] = path, ["type"] = "notebook", ["name"] = "", ["kernel"] = new JsonObject { ["name"] = ".net-csharp" } };

    private static void Kill(TestServer server, string kernel) =>
        Process.GetProcessById(server.Server.Kernel(kernel).ProcessId!.Value).Kill();

    private static async Task<KernelLink> WaitForSpareAsync(TestServer server) =>
        await server.Server.SpareAsync().WaitAsync(TestServer.Limit);

    private static Task WaitForStateAsync(TestServer server, string kernel, string state) => Eventually.HoldsAsync(
        () => server.Server.Kernel(kernel).State.Execution == state && server.Server.Kernel(kernel).ProcessId is not null,
        what: $"the kernel is {state}");

    private static Task GoneAsync(int process) =>
        Eventually.HoldsAsync(() => Process.GetProcesses().All(p => p.Id != process), what: $"the kernel's process {process} is gone");
}
