using Qiansi.Jupyter.Client;
using Qiansi.Jupyter.Messages;
using Qiansi.Jupyter.Tests.Client;

namespace Qiansi.Jupyter.Tests.Kernel;

public sealed class OutputTests(RunningKernel kernel) : IClassFixture<RunningKernel>
{
    [Fact]
    public async Task Streams_displays_and_the_result_arrive_in_order()
    {
        var (_, sink) = await kernel.RunAsync(Cells.Print("a") + Cells.Print("b") + Cells.Print("oops", "Error")
            + Cells.Display("shown", "d1") + Cells.Print("c")
            + Cells.Update("changed", "d1") + Cells.Clear(true) + Cells.Print("d") + "40 + 2");
        Assert.Equal(["stdout", "stderr", "display shown", "stdout", "update changed", "clear True", "stdout", "result 42"], sink.Events);
        Assert.Equal("abcd", sink.Output);
        Assert.Equal("oops", sink.Errors);
    }

    [Fact]
    public async Task Ten_thousand_lines_arrive_whole_in_few_messages()
    {
        using var other = new CountingSubscriber(kernel.Connection);
        await kernel.Client.WaitReadyAsync(RunningKernel.Limit);
        var (_, sink) = await kernel.RunAsync(
            "for (var i = 0; i < 10_000; i++) " + Cells.Print("0123456789\n").Replace("\"0123456789\\n\"", "i + \"\\n\""));
        Assert.Equal(string.Concat(Enumerable.Range(0, 10_000).Select(i => $"{i}\n")), sink.Output);
        await other.WaitForTextAsync(sink.Output.Length);
        Assert.InRange(other.StreamMessages, 1, 500);
    }

    [Fact]
    public async Task A_surrogate_pair_written_in_two_halves_stays_whole()
    {
        var (_, sink) = await kernel.RunAsync("foreach (var half in \"\\ud83d\\ude00\") { "
            + Cells.Print("x").Replace("\"x\"", "half.ToString()") + " System.Threading.Thread.Sleep(1); }");
        Assert.Equal("😀", sink.Output);
    }

    [Fact]
    public async Task An_output_that_is_not_json_though_it_says_so_costs_only_itself()
    {
        var (reply, sink) = await kernel.RunAsync(
            "Qiansi.Runtime.CurrentCell.Context!.Output.Display(Qiansi.Contracts.MimeBundle.Of(\"application/json\", \"{broken\"));\n"
            + Cells.Print("after"));
        Assert.Equal(ReplyStatus.Ok, reply.Status);
        Assert.Equal("after", sink.Output);
        Assert.Contains("could not be sent", sink.Errors);
    }

    [Fact]
    public async Task A_large_display_arrives_whole()
    {
        var (_, sink) = await kernel.RunAsync(
            "Qiansi.Runtime.CurrentCell.Context!.Output.Display(Qiansi.Contracts.MimeBundle.Plain(new string('x', 20_000_000)));");
        Assert.Equal("display ".Length + 20_000_000, sink.Events[0].Length);
    }

    [Fact]
    public async Task Input_is_asked_of_the_front_end_that_runs_the_cell()
    {
        var (_, sink) = await kernel.RunAsync(
            Cells.Print("before") + Cells.Ask("name? ", true), sink: new RecordingSink { Answer = (prompt, _) => prompt + "Ada" });
        Assert.Equal(["stdout", "input name?  True", "result name? Ada"], sink.Events);
    }

    [Fact]
    public async Task Input_that_nobody_can_give_fails_the_cell_and_not_the_kernel()
    {
        var (disallowed, _) = await kernel.RunAsync(Cells.Ask("x", false), new() { AllowStdin = false });
        Assert.Contains("allow_stdin", disallowed.Error!.Value);
        var (refused, _) = await kernel.RunAsync(Cells.Ask("x", false));
        Assert.Contains("Nobody is here", refused.Error!.Value);
        var (later, _) = await kernel.RunAsync("1");
        Assert.Equal(ReplyStatus.Ok, later.Status);
    }

    [Fact]
    public async Task An_interrupt_ends_a_cell_that_waits_for_input_and_control_answers_meanwhile()
    {
        var asked = new TaskCompletionSource();
        var sink = new RecordingSink { Answer = (_, _) => { asked.SetResult(); Thread.Sleep(Timeout.Infinite); return ""; } };
        var running = kernel.Client.ExecuteAsync(
            "var keptAcross = 11;\n" + Cells.Ask("never", false), sink, cancellation: RunningKernel.Limit);
        await asked.Task.WaitAsync(RunningKernel.Limit);
        await kernel.Client.InterruptAsync(RunningKernel.Limit);
        Assert.Equal(ReplyStatus.Error, (await running).Status);
        var (_, after) = await kernel.RunAsync("keptAcross");
        Assert.Equal("11", after.Text);
    }

    [Fact]
    public async Task Interrupts_stop_loops_and_sleeps()
    {
        foreach (var endless in (string[])["while (true);", "System.Threading.Thread.Sleep(60_000);",
            "await System.Threading.Tasks.Task.Delay(-1);"])
        {
            var sink = new RecordingSink();
            var running = kernel.Client.ExecuteAsync(Cells.Print("up") + endless, sink, cancellation: RunningKernel.Limit);
            await sink.When(s => s.Output == "up");
            await kernel.Client.InterruptAsync(RunningKernel.Limit);
            Assert.Equal(ReplyStatus.Error, (await running).Status);
        }
    }
}
