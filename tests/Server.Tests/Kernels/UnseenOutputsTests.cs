using System.Text.Json.Nodes;

namespace Qiansi.Server.Tests.Kernels;

/// <summary>What becomes of a running cell when its page is closed, reloaded, or never comes back.</summary>
public sealed class UnseenOutputsTests
{
    private const string Slow = """
        Console.WriteLine("begun");
        for (var i = 0; i < 600 && !System.IO.File.Exists("go"); i++) Thread.Sleep(50);
        Console.WriteLine("ended");
        6 * 7
        """;

    [Fact]
    public async Task A_cell_whose_page_is_closed_puts_its_outputs_into_the_file_and_touches_nothing_else()
    {
        await using var server = await TestServer.StartAsync();
        var (kernel, page) = await BeginAsync(server);
        await page.DisposeAsync();
        File.WriteAllText(server.FileOf("go"), "");

        var notebook = await WaitForAsync(server, c => c[1]!["outputs"]!.AsArray().Count > 0);
        var cells = notebook["cells"]!;
        Assert.Equal(1, (int)cells[1]!["execution_count"]!);
        var outputs = cells[1]!["outputs"]!;
        Assert.Equal("begun\nended\n", string.Concat(outputs[0]!["text"]!.AsArray().Select(l => (string?)l)));
        Assert.Equal(("execute_result", "42", 1),
            ((string?)outputs[1]!["output_type"], (string?)outputs[1]!["data"]!["text/plain"]!.AsArray().Single(),
                (int)outputs[1]!["execution_count"]!));
        (cells[1]!["outputs"], cells[1]!["execution_count"]) = (new JsonArray(), null);
        Assert.Equal(Notebooks.Of("1", Slow).ToJsonString(), notebook.ToJsonString());
        var shown = await server.JsonAsync("GET", "/api/contents/a.ipynb?hash=1", 200);
        Assert.True((bool)shown["content"]!["cells"]![1]!["metadata"]!["trusted"]!, "it ran here");
        Assert.Equal("idle", (string?)(await server.JsonAsync("GET", $"/api/kernels/{kernel}", 200))["execution_state"]);

        // A page that was being loaded meanwhile may have read the file as it was.
        await using var loading = await ChannelsClient.ConnectAsync(server, kernel);
        var told = await loading.WaitAsync(m => m.Type == "qiansi_running");
        Assert.Equal((string?)shown["hash"], (string?)told.Content["hash"]);
        await loading.WaitAsync(m => m.Type == "execute_result" && m.Parent == told.Parent);
    }

    [Fact]
    public async Task Outputs_that_reach_a_page_only_while_it_is_being_closed_are_in_the_file_too()
    {
        await using var server = await TestServer.StartAsync();
        var (_, page) = await BeginAsync(server);
        File.WriteAllText(server.FileOf("go"), "");
        await page.WaitAsync(m => m.Type == "execute_result");
        await page.WaitAsync(m => m.Type == "status" && (string?)m.Content["execution_state"] == "idle");
        await page.DisposeAsync();

        var notebook = await WaitForAsync(server, c => c[1]!["outputs"]!.AsArray().Count > 0);
        Assert.Contains("ended", notebook["cells"]![1]!["outputs"]!.ToJsonString());
    }

    [Fact]
    public async Task A_page_that_comes_back_is_told_what_runs_and_gets_all_of_it_and_the_file_is_its_own_business()
    {
        await using var server = await TestServer.StartAsync();
        var (kernel, page) = await BeginAsync(server);
        var waiting = await page.ExecuteAsync("\"after\"", new() { ["cellId"] = "cell-0" });
        await page.DisposeAsync();

        await using var back = await ChannelsClient.ConnectAsync(server, kernel);
        var running = await back.WaitAsync(m => m.Type == "qiansi_running" && (string?)m.Content["cell_id"] == "cell-1");
        Assert.Equal(waiting, (await back.WaitAsync(m => m.Type == "qiansi_running" && (string?)m.Content["cell_id"] == "cell-0")).Parent);
        await back.WaitAsync(m => m.Parent == running.Parent && m.Type == "stream" && (string?)m.Content["text"] == "begun\n");
        Assert.Equal("busy", (string?)back.All.First(m => m.Type == "status").Content["execution_state"]);
        File.WriteAllText(server.FileOf("go"), "");
        await back.WaitAsync(m => m.Parent == waiting && m.Type == "status" && (string?)m.Content["execution_state"] == "idle");
        Assert.Equal(["status", "execute_input", "stream", "stream", "execute_result", "status"],
            back.All.Where(m => m.Parent == running.Parent && m.Type != "qiansi_running").Select(m => m.Type));
        Assert.Equal(Notebooks.Of("1", Slow).ToJsonString(), File.ReadAllText(server.FileOf("a.ipynb")));

        // Nothing runs any more: the next page is told nothing.
        await using var third = await ChannelsClient.ConnectAsync(server, kernel);
        await third.RunAsync("1");
        Assert.DoesNotContain(third.All, m => m.Type == "qiansi_running");
    }

    [Fact]
    public async Task What_cannot_go_into_the_file_waits_for_the_page()
    {
        await using var server = await TestServer.StartAsync();
        var (kernel, page) = await BeginAsync(server);
        await page.DisposeAsync();
        var edited = Notebooks.Of("1", "something else").ToJsonString();
        File.WriteAllText(server.FileOf("a.ipynb"), edited);
        File.WriteAllText(server.FileOf("go"), "");
        await Eventually.HoldsAsync(async () =>
            (string?)(await server.JsonAsync("GET", $"/api/kernels/{kernel}", 200))["execution_state"] == "idle");

        await using var back = await ChannelsClient.ConnectAsync(server, kernel);
        var running = await back.WaitAsync(m => m.Type == "qiansi_running");
        await back.WaitAsync(m => m.Parent == running.Parent && m.Type == "execute_result");
        Assert.Equal(edited, File.ReadAllText(server.FileOf("a.ipynb")));
    }

    [Fact]
    public async Task A_kernel_that_dies_unseen_leaves_what_there_was_and_why_in_the_file()
    {
        await using var server = await TestServer.StartAsync();
        var (kernel, page) = await BeginAsync(server);
        await page.DisposeAsync();
        System.Diagnostics.Process.GetProcessById(server.Server.Kernel(kernel).ProcessId!.Value).Kill();
        var cells = (await WaitForAsync(server, c => c[1]!["outputs"]!.AsArray().Count > 1))["cells"]!;
        Assert.Contains("started again", cells[1]!["outputs"]![1]!["text"]!.ToJsonString());
    }

    [Fact]
    public async Task A_question_is_put_to_the_page_that_comes_back_and_its_answer_reaches_the_cell()
    {
        await using var server = await TestServer.StartAsync();
        var (kernel, page) = await BeginAsync(server);
        File.WriteAllText(server.FileOf("go"), "");
        var asking = await page.ExecuteAsync("$\"Hello {Console.ReadLine()}!\"", new() { ["cellId"] = "cell-0" });
        await page.WaitAsync(m => m.Type == "input_request");
        await page.DisposeAsync();

        await using var back = await ChannelsClient.ConnectAsync(server, kernel);
        var question = await back.WaitAsync(m => m.Type == "input_request");
        Assert.Equal(("stdin", asking), (question.Channel, question.Parent));
        await back.SendAsync("stdin", "input_reply", new() { ["status"] = "ok", ["value"] = "Ada" },
            parent: new JsonObject { ["msg_id"] = asking, ["msg_type"] = "execute_request" });
        Assert.Equal("Hello Ada!",
            (string?)(await back.WaitAsync(m => m.Type == "execute_result" && m.Parent == asking)).Content["data"]!["text/plain"]);
    }

    /// <summary>A notebook whose second cell runs until there is a file "go", and the page that has run it.</summary>
    private static async Task<(string Kernel, ChannelsClient Page)> BeginAsync(TestServer server)
    {
        File.WriteAllText(server.FileOf("a.ipynb"), Notebooks.Of("1", Slow).ToJsonString());
        var session = await server.JsonAsync("POST", "/api/sessions", 201, new JsonObject
        {
            ["path"] = "a.ipynb",
            ["type"] = "notebook",
            ["name"] = "a.ipynb",
            ["kernel"] = new JsonObject { ["name"] = ".net-csharp" }
        });
        var kernel = (string)session["kernel"]!["id"]!;
        var page = await ChannelsClient.ConnectAsync(server, kernel);
        await page.ExecuteAsync(Slow, new() { ["cellId"] = "cell-1" });
        await page.WaitAsync(m => m.Type == "stream");
        return (kernel, page);
    }

    private static async Task<JsonNode> WaitForAsync(TestServer server, Func<JsonNode, bool> fits)
    {
        JsonNode Written() => JsonNode.Parse(File.ReadAllText(server.FileOf("a.ipynb")))!;
        await Eventually.HoldsAsync(() => fits(Written()["cells"]!), seconds: 60, "the outputs are in the file");
        return Written();
    }
}
