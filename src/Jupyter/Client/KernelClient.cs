using System.Collections.Concurrent;
using Qiansi.Contracts;
using Qiansi.Jupyter.Messages;
using Qiansi.Jupyter.Zmtp;

namespace Qiansi.Jupyter.Client;

/// <summary>Talks to a Jupyter kernel over its five sockets.</summary>
/// <remarks>Safe for use from several threads; several clients may be connected to one kernel.
/// Requests on shell are answered in order by the kernel, those on control at once. All methods throw <see cref="KernelDiedException"/>
/// when the kernel ends before it has answered.</remarks>
public sealed class KernelClient : IAsyncDisposable
{
    // Between a reply and its idle status; long, because a sink may be slow, and only a lost message makes it run out.
    private static readonly TimeSpan IdleGrace = TimeSpan.FromSeconds(10);

    private readonly string _session = Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<string, TaskCompletionSource<MessageContent>> _requests = new();
    private readonly ConcurrentDictionary<string, PendingExecution> _executions = new();
    private readonly CommQuestions _questions = new();
    private readonly TaskCompletionSource _iopubHeard = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<KernelDiedException> _died = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly KernelChannel _shell;
    private readonly KernelChannel _control;
    private readonly KernelChannel _stdin;
    private readonly KernelChannel _iopub;
    private readonly string _heartbeatEndpoint;
    private long _lastHeard;
    private volatile bool _ignoresOutputs;

    /// <summary>Connects; nothing is waited for: see <see cref="WaitReadyAsync"/>.</summary>
    /// <param name="connection">Where the kernel is.</param>
    /// <param name="log">Told, in one line, what was dropped and why; nobody when null.</param>
    public KernelClient(ConnectionInfo connection, Action<string>? log = null)
    {
        log ??= _ => { };
        var codec = new MessageCodec(new(connection.Key));
        // Router sockets tell clients apart by identity; stdin questions come back to the one that shell knows.
        var identity = System.Text.Encoding.ASCII.GetBytes(_session);
        var iopub = new SubSocket();
        iopub.Subscribe("");
        _iopub = new(iopub, connection.Endpoint(connection.IopubPort), codec, TakeIopub, log);
        _shell = new(new DealerSocket { Identity = identity }, connection.Endpoint(connection.ShellPort), codec, TakeReply, log);
        _control = new(new DealerSocket { Identity = identity }, connection.Endpoint(connection.ControlPort), codec, TakeReply, log);
        _stdin = new(new DealerSocket { Identity = identity }, connection.Endpoint(connection.StdinPort), codec, TakeInputRequest, log);
        _heartbeatEndpoint = connection.Endpoint(connection.HeartbeatPort);
    }

    /// <summary>What the kernel publishes that belongs to no cell run from here: other clients' cells, and background work of ended ones.
    /// Raised on the receiving loop: be quick.</summary>
    public event Action<Message>? Published;

    /// <summary>Waits until the kernel answers and its outputs reach this client.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled, which is also how to limit the time.</exception>
    public async Task<KernelInfoReply> WaitReadyAsync(CancellationToken cancellation)
    {
        var info = await KernelInfoAsync(cancellation);
        // A subscription travels on a socket of its own: until something has been heard there, outputs could be missed.
        while (!_iopubHeard.Task.IsCompleted)
        {
            await Task.WhenAny(_iopubHeard.Task, _died.Task, Task.Delay(100, cancellation));
            cancellation.ThrowIfCancellationRequested();
            if (!_iopubHeard.Task.IsCompleted) await KernelInfoAsync(cancellation);
        }
        return info;
    }

    /// <summary>What the kernel is.</summary>
    public async Task<KernelInfoReply> KernelInfoAsync(CancellationToken cancellation) =>
        await AskAsync<KernelInfoReply>(_shell, new KernelInfoRequest(), cancellation);

    /// <summary>Runs a cell; its outputs go to the sink in the kernel's order, all of them before the task completes.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="sink">Where its outputs go, called on one thread at a time.</param>
    /// <param name="options">Silence, history, input; defaults when null.</param>
    /// <param name="cancellation">Gives up waiting; the cell runs on unless it is interrupted.</param>
    /// <returns>The kernel's reply, whose status is <c>error</c> when the cell failed.</returns>
    public async Task<ExecuteReply> ExecuteAsync(
        string code, IOutputSink sink, ExecuteOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new();
        var message = Create(new ExecuteRequest(code)
        {
            Silent = options.Silent,
            StoreHistory = options.StoreHistory,
            AllowStdin = options.AllowStdin,
            StopOnError = options.StopOnError,
            UserExpressions = [.. options.UserExpressions.Select(e => KeyValuePair.Create(e.Key, new RawJson(JsonText.Literal(e.Value))))],
        });
        var execution = new PendingExecution(sink, options.Observer);
        _executions[message.Header.Id] = execution;
        try
        {
            var reply = await AskAsync<ExecuteReply>(_shell, message, cancellation);
            while (!_ignoresOutputs && !execution.Idle.IsCompleted && !_died.Task.IsCompleted)
            {
                var heard = Interlocked.Read(ref _lastHeard);
                await Task.WhenAny(execution.Idle, _died.Task, Task.Delay(IdleGrace, cancellation));
                cancellation.ThrowIfCancellationRequested();
                if (heard == Interlocked.Read(ref _lastHeard)) break;
            }
            if (execution.Idle.IsCompleted) await execution.Idle;
            return reply;
        }
        finally
        {
            _executions.TryRemove(message.Header.Id, out _);
            await execution.Ended.CancelAsync();
        }
    }

    /// <summary>Completions at a UTF-16 position; positions of the answer are UTF-16 as well.</summary>
    public async Task<CompletionList> CompleteAsync(string code, int position, CancellationToken cancellation)
    {
        var reply = await AskAsync<CompleteReply>(_shell, new CompleteRequest(code, CodePoints.FromUtf16(code, position)), cancellation);
        return CompletionMetadata.Read(reply, code);
    }

    /// <summary>Documentation of what stands at a UTF-16 position, or null.</summary>
    public async Task<MimeBundle?> InspectAsync(string code, int position, CancellationToken cancellation)
    {
        var reply = await AskAsync<InspectReply>(_shell, new InspectRequest(code, CodePoints.FromUtf16(code, position)), cancellation);
        return reply is { Status: ReplyStatus.Ok, Found: true } ? reply.Data : null;
    }

    /// <summary>Whether Enter should run the code or open another line.</summary>
    public async Task<Completeness> IsCompleteAsync(string code, CancellationToken cancellation)
    {
        var reply = await AskAsync<IsCompleteReply>(_shell, new IsCompleteRequest(code), cancellation);
        return new(reply.Status, reply.Indent);
    }

    /// <summary>Cells that were run.</summary>
    public Task<HistoryReply> HistoryAsync(HistoryRequest request, CancellationToken cancellation) =>
        AskAsync<HistoryReply>(_shell, request, cancellation);

    /// <summary>The comms that are open at the kernel.</summary>
    public Task<CommInfoReply> CommInfoAsync(string? targetName, CancellationToken cancellation) =>
        AskAsync<CommInfoReply>(_shell, new CommInfoRequest(targetName), cancellation);

    /// <summary>Sends a comm message (<see cref="CommOpen"/>, <see cref="CommMessage"/> or <see cref="CommClose"/>);
    /// the kernel's side of the talk is <see cref="Published"/>.</summary>
    /// <returns>The message's id, which is the parent of what the kernel publishes about it.</returns>
    public async Task<string> SendCommAsync(
        MessageContent content, IReadOnlyList<ReadOnlyMemory<byte>> buffers, CancellationToken cancellation)
    {
        var message = Create(content) with { Buffers = buffers };
        await _shell.SendAsync(message, cancellation);
        return message.Header.Id;
    }

    /// <summary>Opens a comm whose target answers by one message at once.</summary>
    /// <returns>The answer; null when the kernel has no such target, or it says nothing.</returns>
    public async Task<CommAnswer?> AskCommAsync(
        CommOpen question, IReadOnlyList<ReadOnlyMemory<byte>> buffers, CancellationToken cancellation)
    {
        var message = Create(question) with { Buffers = buffers };
        var answer = _questions.Expect(message.Header.Id);
        try
        {
            if (_died.Task.IsCompleted) throw _died.Task.Result;
            await _shell.SendAsync(message, cancellation);
            return await answer.WaitAsync(cancellation);
        }
        finally
        {
            _questions.Remove(message.Header.Id);
        }
    }

    /// <summary>Asks the kernel, by message, to interrupt its cell. Kernels whose kernelspec says <c>signal</c> need
    /// <see cref="KernelProcess.InterruptAsync"/>.</summary>
    public Task<InterruptReply> InterruptAsync(CancellationToken cancellation) =>
        AskAsync<InterruptReply>(_control, new InterruptRequest(), cancellation);

    /// <summary>Asks the kernel to end.</summary>
    public Task<ShutdownReply> ShutdownAsync(bool restart, CancellationToken cancellation) =>
        AskAsync<ShutdownReply>(_control, new ShutdownRequest(restart), cancellation);

    /// <summary>Whether the kernel's heartbeat echoes within the time.</summary>
    public async Task<bool> HeartbeatAsync(TimeSpan limit)
    {
        await using var socket = new ReqSocket();
        using var timeout = new CancellationTokenSource(limit);
        try
        {
            socket.Connect(_heartbeatEndpoint);
            await socket.SendAsync(new Multipart("ping"u8.ToArray()), timeout.Token);
            return (await socket.ReceiveAsync(timeout.Token))[0].Span.SequenceEqual("ping"u8);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Lets our own kernel begin anew in another folder, for another notebook:
    /// the way to start a kernel before it is known for what.</summary>
    /// <exception cref="KernelStartException">The kernel could not go there; the text says why.</exception>
    public async Task MoveAsync(string folder, string? sessionName, CancellationToken cancellation)
    {
        var reply = await AskAsync<MoveReply>(_control, new MoveRequest(folder, sessionName), cancellation);
        if (reply.Status != ReplyStatus.Ok) throw new KernelStartException($"The kernel cannot start in {folder}: {reply.Error?.Value}");
    }

    /// <summary>Takes no more of what the kernel publishes: for a relay that has a subscription of its own.
    /// Cells run from here show nothing from then on.</summary>
    public ValueTask IgnoreOutputsAsync()
    {
        _ignoresOutputs = true;
        return _iopub.DisposeAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Fail(new("The connection to the kernel was closed."));
        await Task.WhenAll(_shell.DisposeAsync().AsTask(), _control.DisposeAsync().AsTask(), _stdin.DisposeAsync().AsTask(),
            _iopub.DisposeAsync().AsTask());
    }

    /// <summary>Ends all that is waited for: the kernel will not answer any more.</summary>
    internal void Fail(KernelDiedException reason)
    {
        _died.TrySetResult(reason);
        foreach (var request in _requests.Values) request.TrySetException(_died.Task.Result);
        _questions.Fail(_died.Task.Result);
    }

    private Message Create(MessageContent content) =>
        new(MessageHeader.Create(content.MessageType, _session, Environment.UserName), null, content);

    private Task<TReply> AskAsync<TReply>(KernelChannel channel, MessageContent content, CancellationToken cancellation)
        where TReply : MessageContent => AskAsync<TReply>(channel, Create(content), cancellation);

    private async Task<TReply> AskAsync<TReply>(KernelChannel channel, Message message, CancellationToken cancellation)
        where TReply : MessageContent
    {
        var request = new TaskCompletionSource<MessageContent>(TaskCreationOptions.RunContinuationsAsynchronously);
        _requests[message.Header.Id] = request;
        try
        {
            if (_died.Task.IsCompleted) throw _died.Task.Result;
            await channel.SendAsync(message, cancellation);
            var content = await request.Task.WaitAsync(cancellation);
            return content as TReply
                ?? throw new MessageFormatException($"The kernel answered a {message.Header.MessageType} with a {content.MessageType}.");
        }
        finally
        {
            _requests.TryRemove(message.Header.Id, out _);
        }
    }

    private void TakeReply(Message message)
    {
        if (message.Parent is not { } parent) return;
        if (_executions.TryGetValue(parent.Id, out var execution)) execution.Observe(message);
        if (_requests.TryGetValue(parent.Id, out var request)) request.TrySetResult(message.Content);
    }

    private void TakeIopub(Message message)
    {
        Interlocked.Increment(ref _lastHeard);
        _iopubHeard.TrySetResult();
        if (message.Parent is { } parent && _executions.TryGetValue(parent.Id, out var execution))
        {
            execution.Observe(message);
            execution.Take(message.Content);
        }
        else if (!_questions.Take(message))
        {
            Published?.Invoke(message);
        }
    }

    private void TakeInputRequest(Message message)
    {
        if (message.Content is InputRequest request && message.Parent is { } parent
            && _executions.TryGetValue(parent.Id, out var execution))
            _ = Task.Run(() => AnswerAsync(execution, request, message.Header));
    }

    private async Task AnswerAsync(PendingExecution execution, InputRequest request, MessageHeader question)
    {
        InputReply reply;
        try
        {
            reply = new(await execution.Sink.ReadInputAsync(request.Prompt, request.Password, execution.Ended.Token));
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (Exception e)
        {
            // "\x04" is what Jupyter's own front ends send for end of file: a kernel that ignores the status stops asking as well.
            reply = new("\x04") { Status = ReplyStatus.Error, Error = new(e.GetType().Name, e.Message, []) };
        }
        await _stdin.SendAsync(
            new(MessageHeader.Create(reply.MessageType, _session, Environment.UserName), question, reply), CancellationToken.None);
    }
}
