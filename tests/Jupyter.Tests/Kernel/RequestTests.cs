using Qiansi.Jupyter.Client;
using Qiansi.Jupyter.Messages;
using Qiansi.Jupyter.Tests.Client;
using Qiansi.Jupyter.Zmtp;

namespace Qiansi.Jupyter.Tests.Kernel;

public sealed class RequestTests(RunningKernel kernel) : IClassFixture<RunningKernel>
{
    [Fact]
    public async Task The_kernel_says_what_it_is()
    {
        var info = await kernel.Client.KernelInfoAsync(RunningKernel.Limit);
        Assert.Equal(("5.4", "C#", ".cs", "text/x-csharp", "csharp"),
            (info.ProtocolVersion, info.Language.Name, info.Language.FileExtension, info.Language.MimeType, info.Language.PygmentsLexer));
    }

    [Fact]
    public async Task The_heartbeat_echoes() => Assert.True(await kernel.Client.HeartbeatAsync(TimeSpan.FromSeconds(10)));

    [Fact]
    public async Task History_is_found_by_tail_range_and_search()
    {
        foreach (var code in (string[])["var h1 = 1;", "h1 + 1", "var h1 = 1;"]) await kernel.RunAsync(code);
        var tail = await kernel.Client.HistoryAsync(new("tail") { Count = 3, Output = true }, RunningKernel.Limit);
        Assert.Equal([("var h1 = 1;", null), ("h1 + 1", "2"), ("var h1 = 1;", null)], tail.Entries.Select(e => (e.Input, e.Output)));
        var last = tail.Entries[^1].Line;
        var range = await kernel.Client.HistoryAsync(new("range") { Session = 0, Start = last - 1, Stop = last }, RunningKernel.Limit);
        Assert.Equal(["h1 + 1"], range.Entries.Select(e => e.Input));
        var search = await kernel.Client.HistoryAsync(new("search") { Pattern = "var h?*", Unique = true }, RunningKernel.Limit);
        Assert.Equal(["var h1 = 1;"], search.Entries.Select(e => e.Input));
        var wrong = await kernel.Client.HistoryAsync(new("everything"), RunningKernel.Limit);
        Assert.Contains("tail, range and search", wrong.Error!.Value);
    }

    [Fact]
    public async Task Whole_code_is_told_to_be_complete() =>
        Assert.Equal("complete", (await kernel.Client.IsCompleteAsync("1+1", RunningKernel.Limit)).Status);

    [Fact]
    public async Task A_cell_talks_over_a_comm_that_it_opened()
    {
        var messages = new List<Message>();
        var closed = new TaskCompletionSource();
        kernel.Client.Published += Take;
        var (reply, _) = await kernel.RunAsync("""
            using Qiansi.Engine.Comms;
            Comm.OnOpen("echo", (comm, first) =>
            {
                comm.Received += data => comm.Send(new { twice = data.Json.GetProperty("n").GetInt32() * 2 }, data.Buffers);
                comm.Closed += _ => { };
            });
            """);
        Assert.Equal(ReplyStatus.Ok, reply.Status);
        await kernel.Client.SendCommAsync(new CommOpen("c1", "echo", RawJson.Empty), [], RunningKernel.Limit);
        Assert.Equal([("c1", "echo")], (await kernel.Client.CommInfoAsync("echo", RunningKernel.Limit)).Comms);
        await kernel.Client.SendCommAsync(new CommMessage("c1", new("{\"n\":21}")), [new byte[] { 1, 2 }], RunningKernel.Limit);
        await kernel.Client.SendCommAsync(new CommClose("c1", RawJson.Empty), [], RunningKernel.Limit);
        await kernel.Client.SendCommAsync(new CommOpen("c2", "nobody", RawJson.Empty), [], RunningKernel.Limit);
        await closed.Task.WaitAsync(RunningKernel.Limit);
        kernel.Client.Published -= Take;
        var answer = Assert.Single(messages, m => m.Content is CommMessage);
        Assert.Equal("{\"twice\":42}", ((CommMessage)answer.Content).Data.Text);
        Assert.Equal([1, 2], Assert.Single(answer.Buffers).ToArray());
        Assert.Empty((await kernel.Client.CommInfoAsync(null, RunningKernel.Limit)).Comms);

        void Take(Message message)
        {
            messages.Add(message);
            // What the kernel closes by itself is the comm for which there is no target.
            if (message.Content is CommClose { CommId: "c2" }) closed.TrySetResult();
        }
    }

    [Fact]
    public async Task Messages_without_the_right_signature_are_dropped()
    {
        await using var stranger = new KernelClient(kernel.Connection with { Key = "another key" });
        using var limit = new CancellationTokenSource(300);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stranger.KernelInfoAsync(limit.Token));
        await kernel.Client.KernelInfoAsync(RunningKernel.Limit);
    }

    [Fact]
    public async Task Two_clients_share_variables_and_a_client_that_vanishes_harms_nobody()
    {
        var second = new KernelClient(kernel.Connection);
        await second.WaitReadyAsync(RunningKernel.Limit);
        await kernel.RunAsync("var shared = 5;");
        var sink = new RecordingSink();
        await second.ExecuteAsync("shared + 1", sink, cancellation: RunningKernel.Limit);
        Assert.Equal("6", sink.Text);
        var up = sink.When(s => s.Output == "up");
        var abandoned = second.ExecuteAsync(
            Cells.Print("up") + "System.Threading.Thread.Sleep(300);", sink, cancellation: RunningKernel.Limit);
        await up;
        await second.DisposeAsync();
        await Assert.ThrowsAsync<KernelDiedException>(() => abandoned);
        var (_, after) = await kernel.RunAsync("shared");
        Assert.Equal("5", after.Text);
    }

    [Fact]
    public async Task Garbage_on_any_socket_is_dropped()
    {
        var random = new Random(7);
        foreach (var port in (int[])[kernel.Connection.ShellPort, kernel.Connection.ControlPort, kernel.Connection.StdinPort])
        {
            await using var socket = new DealerSocket();
            socket.Connect(kernel.Connection.Endpoint(port));
            for (var i = 0; i < 300; i++)
            {
                var message = new Multipart();
                for (var f = random.Next(1, 9); f > 0; f--)
                {
                    var bytes = new byte[random.Next(50)];
                    random.NextBytes(bytes);
                    message.Add(random.Next(3) == 0 ? "<IDS|MSG>"u8.ToArray() : bytes);
                }
                await socket.SendAsync(message, RunningKernel.Limit);
            }
        }
        var (_, sink) = await kernel.RunAsync("3 * 4");
        Assert.Equal("12", sink.Text);
        await kernel.Client.InterruptAsync(RunningKernel.Limit);
    }
}
