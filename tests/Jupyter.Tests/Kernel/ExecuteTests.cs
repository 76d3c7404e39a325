using Qiansi.Jupyter.Client;
using Qiansi.Jupyter.Messages;
using Qiansi.Jupyter.Tests.Client;

namespace Qiansi.Jupyter.Tests.Kernel;

public sealed class ExecuteTests(RunningKernel kernel) : IClassFixture<RunningKernel>
{
    [Fact]
    public async Task A_cell_has_a_result_and_a_number()
    {
        var (reply, sink) = await kernel.RunAsync("1+1");
        Assert.Equal("2", sink.Text);
        Assert.Equal(ReplyStatus.Ok, reply.Status);
        var (next, _) = await kernel.RunAsync("2");
        Assert.Equal(reply.ExecutionCount + 1, next.ExecutionCount);
    }

    [Fact]
    public async Task Variables_carry_over()
    {
        await kernel.RunAsync("var carried = 20;");
        var (_, sink) = await kernel.RunAsync("carried * 2 + 2");
        Assert.Equal("42", sink.Text);
    }

    [Fact]
    public async Task Silent_cells_leave_no_trace()
    {
        var (before, _) = await kernel.RunAsync("1");
        var (_, sink) = await kernel.RunAsync("7", new() { Silent = true });
        Assert.Empty(sink.Events);
        var (after, _) = await kernel.RunAsync("1");
        Assert.Equal(before.ExecutionCount + 1, after.ExecutionCount);
    }

    [Fact]
    public async Task A_failing_cell_has_an_error_with_a_traceback()
    {
        var (reply, sink) = await kernel.RunAsync("throw new InvalidOperationException(\"broken\");");
        Assert.Equal(ReplyStatus.Error, reply.Status);
        Assert.Contains("InvalidOperationException", reply.Error!.Name);
        Assert.Contains("broken", sink.Failure!.Message);
        Assert.Contains(sink.Failure.Traceback, l => l.Contains("\u001b["));
    }

    [Fact]
    public async Task User_expressions_are_evaluated_after_the_cell()
    {
        var (reply, _) = await kernel.RunAsync(
            "var ue = 5;", new() { UserExpressions = [new("good", "ue + 1"), new("bad", "nothingOfThisName")] });
        Assert.Contains("\"text/plain\":\"6\"", reply.UserExpressions.Single(e => e.Key == "good").Value.Text);
        Assert.Contains("\"status\":\"error\"", reply.UserExpressions.Single(e => e.Key == "bad").Value.Text);
    }

    [Fact]
    public async Task Code_that_a_cell_offers_becomes_the_next_cell()
    {
        var (reply, sink) = await kernel.RunAsync("""
            using Microsoft.DotNet.Interactive.Commands;
            await Kernel.Root.SendAsync(new SendEditableCode("csharp", "var s = \"ü\";\n1 + 1"));
            await Kernel.Root.SendAsync(new SendEditableCode("markdown", "# T"));
            """);
        Assert.Equal([
            "{\"source\":\"set_next_input\",\"text\":\"var s = \\\"ü\\\";\\n1 + 1\",\"replace\":false}",
            "{\"source\":\"set_next_input\",\"text\":\"#!markdown\\n# T\",\"replace\":false}",
        ], reply.Payload.Select(p => p.Text));
        Assert.Empty(sink.Events);
        Assert.Empty((await kernel.RunAsync("1")).Reply.Payload);
    }

    [Fact]
    public async Task Cells_waiting_behind_a_failed_one_are_aborted_and_later_ones_run()
    {
        var sink = new RecordingSink();
        var failing = kernel.Client.ExecuteAsync(
            "System.Threading.Thread.Sleep(300); throw new Exception(\"stop\");", sink, cancellation: RunningKernel.Limit);
        var waiting =
            Enumerable.Range(0, 5).Select(_ => kernel.Client.ExecuteAsync("1", sink, cancellation: RunningKernel.Limit)).ToArray();
        Assert.Equal(ReplyStatus.Error, (await failing).Status);
        Assert.All(await Task.WhenAll(waiting), r => Assert.Equal(ReplyStatus.Aborted, r.Status));
        var (later, _) = await kernel.RunAsync("1");
        Assert.Equal(ReplyStatus.Ok, later.Status);
    }

    [Fact]
    public async Task Without_stop_on_error_the_waiting_cells_run()
    {
        var sink = new RecordingSink();
        var failing = kernel.Client.ExecuteAsync(
            "throw new Exception(\"go on\");", sink, new() { StopOnError = false }, RunningKernel.Limit);
        var waiting = kernel.Client.ExecuteAsync("1", sink, cancellation: RunningKernel.Limit);
        Assert.Equal(ReplyStatus.Error, (await failing).Status);
        Assert.Equal(ReplyStatus.Ok, (await waiting).Status);
    }
}
