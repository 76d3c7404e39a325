using Qiansi.Contracts;
using Qiansi.Jupyter;
using Qiansi.Jupyter.Client;
using Qiansi.Jupyter.KernelSpecs;
using Qiansi.Jupyter.Messages;
using Qiansi.Runtime;

namespace Qiansi.Kernel.Connect;

/// <summary>A Jupyter kernel as a language of this session: its cells run in a process of their own.</summary>
internal sealed class JupyterLanguage : ILanguageKernel, IDisposable
{
    private static readonly TimeSpan InterruptPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan EditorPatience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan EndGrace = TimeSpan.FromMilliseconds(500);

    private readonly KernelProcess _process;
    private readonly ValueTransfer _values;
    private volatile ICellContext? _latest;
    private IReadOnlyList<NamedValue> _known = [];

    private JupyterLanguage(string name, KernelSpec spec, KernelProcess process, ValueTransfer values)
    {
        (Name, Spec, _process, _values) = (name, spec, process, values);
        process.Client.Published += TakeLate;
    }

    public string Name { get; }

    public IReadOnlyList<string> Aliases => [];

    public string Summary => $"{Spec.DisplayName}: cells of the Jupyter kernel '{Spec.Name}', in a process of its own.";

    /// <summary>What it was started from.</summary>
    public KernelSpec Spec { get; }

    /// <summary>What the kernel said about itself.</summary>
    public KernelInfoReply Info => _process.Info;

    /// <summary>How its process ended; null while it runs.</summary>
    public KernelExit? Exit => _process.Exited.IsCompletedSuccessfully ? _process.Exited.Result : null;

    public IReadOnlyList<NamedValue> Values => Exit is null ? _known : [];

    /// <summary>Starts a kernel.</summary>
    /// <exception cref="KernelStartException">It did not start.</exception>
    public static async Task<JupyterLanguage> StartAsync(string name, KernelSpec spec, string folder, CancellationToken cancellation)
    {
        var process = await KernelProcess.StartAsync(KernelLaunch.FromSpec(spec) with { WorkingDirectory = folder }, cancellation);
        try
        {
            var values = new ValueTransfer(process.Client, name, process.Info.Language.Name);
            await values.PrepareAsync(cancellation);
            return new(name, spec, process, values);
        }
        catch
        {
            await process.KillAsync();
            throw;
        }
    }

    public async Task<CellStatus> ExecuteAsync(CodeBlock block, ICellContext context)
    {
        if (string.IsNullOrWhiteSpace(block.Code)) return CellStatus.Ok;
        _latest = context;
        var sink = new ForwardingSink(context, block.IsLast);
        using var givenUp = new CancellationTokenSource();
        try
        {
            using var interrupt = context.Cancellation.Register(() => _ = InterruptAsync(givenUp));
            var reply = await _process.Client.ExecuteAsync(block.Code, sink, cancellation: givenUp.Token);
            if (reply.Status != ReplyStatus.Ok && sink.Failure is null) sink.Error(ErrorOf(reply));
            await LearnValuesAsync();
            return context.Cancellation.IsCancellationRequested ? CellStatus.Interrupted
                : reply.Status == ReplyStatus.Ok ? CellStatus.Ok : CellStatus.Error;
        }
        catch (KernelDiedException e)
        {
            sink.Error(DeathOf(e));
            return CellStatus.Error;
        }
        catch (OperationCanceledException) when (givenUp.IsCancellationRequested)
        {
            var message = $"#!{Name} does not react to the interrupt; its cell runs on. "
                + $"'{Line} --restart' starts it anew; its variables are lost then.";
            sink.Error(new("Interrupted", message, [message]));
            return CellStatus.Interrupted;
        }
    }

    public async Task<CompletionList> CompleteAsync(string code, int position, CancellationToken cancellation) =>
        await InTimeAsync<CompletionList>(async limit => await _process.Client.CompleteAsync(code, position, limit), cancellation)
        ?? new(position, position, []);

    public Task<MimeBundle?> InspectAsync(string code, int position, CancellationToken cancellation) =>
        InTimeAsync(limit => _process.Client.InspectAsync(code, position, limit), cancellation);

    public Completeness IsComplete(string code) =>
        InTimeAsync<Completeness>(async limit => await _process.Client.IsCompleteAsync(code, limit), CancellationToken.None).GetAwaiter()
            .GetResult() ?? Completeness.Complete;

    public async Task<NamedValue?> FindValueAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return await _values.GetAsync(name, cancellation);
        }
        catch (KernelDiedException e)
        {
            throw new DirectiveException(DeathOf(e).Message);
        }
    }

    public async Task SetValueAsync(string name, object? value, Type declaredType)
    {
        var cancellation = CurrentCell.Context?.Cancellation ?? CancellationToken.None;
        try
        {
            await _values.SetAsync(name, value, cancellation);
            await LearnValuesAsync();
        }
        catch (KernelDiedException e)
        {
            throw new DirectiveException(DeathOf(e).Message);
        }
    }

    /// <summary>Ends the kernel's process and removes what it leaves.</summary>
    public async Task EndAsync() => await _process.ShutdownAsync(EndGrace);

    /// <inheritdoc />
    public void Dispose() => Task.Run(EndAsync).GetAwaiter().GetResult();

    /// <summary>The line that connects it.</summary>
    private string Line => $"#!connect jupyter --kernel-spec {Spec.Name} --kernel-name {Name}";

    private async Task InterruptAsync(CancellationTokenSource giveUp)
    {
        try
        {
            giveUp.CancelAfter(InterruptPatience);
            await _process.InterruptAsync(giveUp.Token);
        }
        catch (Exception e) when (e is KernelDiedException or OperationCanceledException or ObjectDisposedException)
        {
            // The cell has ended meanwhile, or its waiting is given up, which its own task reports.
        }
    }

    /// <summary>Asks for the variables' names while it is quiet, so that lists and completions need not wait for the kernel.</summary>
    private async Task LearnValuesAsync()
    {
        if (_values.IsAnswered)
            _known = await InTimeAsync<IReadOnlyList<NamedValue>>(
                async limit => await _values.ListAsync(limit), CancellationToken.None) ?? _known;
    }

    private static async Task<T?> InTimeAsync<T>(Func<CancellationToken, Task<T?>> ask, CancellationToken cancellation)
        where T : class
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(EditorPatience);
        try
        {
            return await ask(limit.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is KernelDiedException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return null;
        }
    }

    private CellError DeathOf(KernelDiedException death)
    {
        var message =
            $"#!{Name}: {death.Exit?.Description ?? death.Message.TrimEnd('.')}. '{Line}' starts it anew; its variables are lost.";
        string[] wrote = death.Exit is { StandardError.Length: > 0 } exit
            ? ["It last wrote:", .. exit.StandardError.TrimEnd().Split('\n').TakeLast(12)] : [];
        return new("KernelDied", message, [message, .. wrote]);
    }

    private static CellError ErrorOf(ExecuteReply reply) => reply.Error is { } error
        ? new(error.Name, error.Value, error.Traceback)
        : new("Error", "The kernel did not run the cell.", ["The kernel did not run the cell."]);

    /// <summary>What threads that a cell left running print and show, after it has ended.</summary>
    private void TakeLate(Message message)
    {
        if (_latest is not { } context) return;
        switch (message.Content)
        {
            case StreamText stream:
                context.Output.Write(stream.Name == "stderr" ? StandardStream.Error : StandardStream.Output, stream.Text);
                break;
            case DisplayData display:
                context.Output.Display(display.Data, display.DisplayId);
                break;
            case UpdateDisplayData { DisplayId: { } id } update:
                context.Output.UpdateDisplay(update.Data, id);
                break;
            default:
                break;
        }
    }
}
