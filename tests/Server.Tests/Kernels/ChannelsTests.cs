using System.Text.Json.Nodes;

namespace Qiansi.Server.Tests.Kernels;

public sealed class ChannelsTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cell_runs_over_either_protocol(bool isBinary)
    {
        await using var server = await TestServer.StartAsync();
        await using var client = await ChannelsClient.ConnectAsync(server, await KernelAsync(server), isBinary: isBinary);
        var messages = await client.RunAsync("Console.WriteLine(\"浅思\");\n6 * 7");
        Assert.Equal("浅思\n", string.Concat(messages.Where(m => m.Type == "stream").Select(m => (string?)m.Content["text"])));
        Assert.Equal("42", (string?)messages.Single(m => m.Type == "execute_result").Content["data"]!["text/plain"]);
        Assert.All(messages, m => Assert.Equal(m.Type.EndsWith("_reply", StringComparison.Ordinal) ? "shell" : "iopub", m.Channel));
    }

    [Fact]
    public async Task Outputs_go_to_all_and_replies_to_the_asker()
    {
        await using var server = await TestServer.StartAsync();
        var kernel = await KernelAsync(server);
        await using var one = await ChannelsClient.ConnectAsync(server, kernel);
        await using var two = await ChannelsClient.ConnectAsync(server, kernel, isBinary: false);
        var messages = await one.RunAsync("1 + 1");
        var id = messages[0].Parent;
        await two.WaitAsync(m => m.Parent == id && m.Type == "execute_result");
        await two.WaitAsync(m => m.Parent == id && m.Type == "status" && (string?)m.Content["execution_state"] == "idle");
        Assert.DoesNotContain(two.All, m => m.Channel == "shell");
        Assert.Equal(2, (int)(await server.JsonAsync("GET", "/api/kernels/" + kernel, 200))["connections"]!);
    }

    [Fact]
    public async Task Questions_and_their_answers_pass_a_full_shell()
    {
        await using var server = await TestServer.StartAsync();
        await using var client = await ChannelsClient.ConnectAsync(server, await KernelAsync(server));
        var asking = await client.ExecuteAsync("Console.ReadLine()");
        for (var i = 0; i < 3000; i++) await client.ExecuteAsync("1");
        var question = await client.WaitAsync(m => m.Type == "input_request");
        Assert.Equal("stdin", question.Channel);
        var info = await client.SendAsync("control", "kernel_info_request", []);
        await client.WaitAsync(m => m.Parent == info && m.Type == "kernel_info_reply", seconds: 5);
        await client.SendAsync("stdin", "input_reply", new() { ["value"] = "an answer" });
        var result = await client.WaitAsync(m => m.Parent == asking && m.Type == "execute_result", seconds: 10);
        Assert.Contains("an answer", (string?)result.Content["data"]!["text/plain"]);
    }

    [Fact]
    public async Task An_endless_cell_is_interrupted_and_variables_stay()
    {
        await using var server = await TestServer.StartAsync();
        var kernel = await KernelAsync(server);
        await using var client = await ChannelsClient.ConnectAsync(server, kernel);
        await client.RunAsync("var kept = 7;");
        var endless = await client.ExecuteAsync("while (true) ;");
        await client.WaitAsync(m => m.Parent == endless && m.Type == "execute_input");
        Assert.Equal("busy", (string?)(await server.JsonAsync("GET", "/api/kernels/" + kernel, 200))["execution_state"]);
        await server.JsonAsync("POST", $"/api/kernels/{kernel}/interrupt", 204);
        await client.WaitAsync(m => m.Parent == endless && m.Type == "error", seconds: 10);
        // What is asked before the reply is aborted with the failed cell.
        await client.WaitAsync(m => m.Parent == endless && m.Type == "execute_reply", seconds: 10);
        Assert.Equal("7", (string?)(await client.RunAsync("kept")).Single(m => m.Type == "execute_result").Content["data"]!["text/plain"]);
    }

    [Fact]
    public async Task What_came_while_the_connection_was_broken_comes_when_the_same_session_is_back()
    {
        await using var server = await TestServer.StartAsync();
        var kernel = await KernelAsync(server);
        var before = await ChannelsClient.ConnectAsync(server, kernel, session: "tab");
        var half = server.FileOf("half");
        var id = await before.ExecuteAsync($"for (var i = 0; i < 20; i++) {{ Thread.Sleep(100); Console.WriteLine(i); "
            + $"if (i == 9) System.IO.File.WriteAllText(@\"{half}\", \"\"); }}\n\"end\"");
        await before.WaitAsync(m => m.Parent == id && m.Type == "execute_input");
        before.Break();
        // What is sent before the server's machine learns of the break is lost on the way, which no server can see.
        await Eventually.HoldsAsync(async () => (int)(await server.JsonAsync("GET", "/api/kernels/" + kernel, 200))["connections"]! == 0);
        await Eventually.HoldsAsync(() => File.Exists(half));
        await using var after = await ChannelsClient.ConnectAsync(server, kernel, session: "tab");
        await after.WaitAsync(m => m.Parent == id && m.Type == "execute_reply", seconds: 10);
        await after.WaitAsync(m => m.Parent == id && m.Type == "execute_result", seconds: 10);
        var text = string.Concat(
            before.All.Concat(after.All).Where(m => m.Parent == id && m.Type == "stream").Select(m => (string?)m.Content["text"]));
        Assert.EndsWith("18\n19\n", text);
        // And it goes on with the same sockets.
        Assert.Equal("2", (string?)(await after.RunAsync("1 + 1")).Single(m => m.Type == "execute_result").Content["data"]!["text/plain"]);
    }

    [Fact]
    public async Task Much_output_arrives_whole_and_in_order()
    {
        await using var server = await TestServer.StartAsync();
        await using var client = await ChannelsClient.ConnectAsync(server, await KernelAsync(server));
        var messages = await client.RunAsync("for (var i = 0; i < 20000; i++) Console.WriteLine(i);\nnew string('x', 3_000_000).Length");
        var lines =
            string.Concat(messages.Where(m => m.Type == "stream").Select(m => (string?)m.Content["text"])).TrimEnd('\n').Split('\n');
        Assert.Equal(Enumerable.Range(0, 20000).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)), lines);
    }

    internal static async Task<string> KernelAsync(TestServer server, string? name = null)
    {
        var kernel = await server.JsonAsync("POST", "/api/kernels", 201, name is null ? null : new JsonObject { ["name"] = name });
        return (string)kernel["id"]!;
    }
}
