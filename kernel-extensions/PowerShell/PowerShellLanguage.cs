using Qiansi.Contracts;

namespace Qiansi.PowerShellCells;

/// <summary>Cells in PowerShell: variables and functions of earlier cells stay, values pass to and from C# by <c>#!share</c>.</summary>
public sealed class PowerShellLanguage : ILanguageKernel, IDisposable
{
    private const string Package = """
        #r "nuget: Microsoft.PowerShell.SDK, 7.6.9"
        """;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, NamedValue> _given = new(StringComparer.OrdinalIgnoreCase);
    private Shell? _shell;

    /// <inheritdoc />
    public string Name => "pwsh";

    /// <inheritdoc />
    public IReadOnlyList<string> Aliases => ["powershell"];

    /// <inheritdoc />
    public string Summary => "Runs PowerShell.";

    /// <inheritdoc />
    public IReadOnlyList<NamedValue> Values
    {
        get
        {
            if (_shell is null || !_turn.Wait(0)) return [.. _given.Values];
            try
            {
                return [.. _shell.Values().Where(v => !_given.ContainsKey(v.Name)), .. _given.Values];
            }
            finally
            {
                _turn.Release();
            }
        }
    }

    /// <inheritdoc />
    public async Task<CellStatus> ExecuteAsync(CodeBlock block, ICellContext context)
    {
        if (!IsHere && await context.Session.ExecuteNestedAsync(Package, "csharp", "#!pwsh", context) is var status and not CellStatus.Ok)
            return status;
        await _turn.WaitAsync(context.Cancellation);
        try
        {
            return await RunAsync(block, context);
        }
        finally
        {
            _turn.Release();
        }
    }

    // A method of its own: it can be compiled only once PowerShell is there. A thread of its own: an interrupt that comes too late ends
    // with it, and the cell's thread stays free for what the front end asks.
    private Task<CellStatus> RunAsync(CodeBlock block, ICellContext context)
    {
        var done = new TaskCompletionSource<CellStatus>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                var shell = _shell ??= new(context.Session.WorkingDirectory);
                foreach (var (name, value, _) in _given.Values) shell.Set(name, value);
                _given.Clear();
                done.SetResult(new PowerShellCell(block, shell, context).Run());
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        })
        { IsBackground = true, Name = "PowerShell" }.Start();
        return done.Task;
    }

    /// <inheritdoc />
    public Task SetValueAsync(string name, object? value, Type declaredType)
    {
        // Before the first cell there is no PowerShell yet; it is given then.
        _given[name] = new(name, value, declaredType);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task<CompletionList> CompleteAsync(string code, int position, CancellationToken cancellation)
    {
        if (_shell is null || !await _turn.WaitAsync(0, cancellation)) return new(position, position, []);
        try
        {
            return await Task.Run(() => Typing.Complete(_shell, code, position), cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public Completeness IsComplete(string code) =>
        _shell is not null && Typing.IsIncomplete(code) ? new("incomplete") : Completeness.Complete;

    /// <inheritdoc />
    public Task<IReadOnlyList<CodeDiagnostic>> DiagnoseAsync(string code, CancellationToken cancellation) =>
        Task.FromResult(_shell is null ? [] : Typing.Diagnose(code));

    private static bool IsHere => Type.GetType("System.Management.Automation.PowerShell, System.Management.Automation") is not null
        && Type.GetType("Microsoft.PowerShell.Commands.GetDateCommand, Microsoft.PowerShell.Commands.Utility") is not null;

    /// <inheritdoc />
    public void Dispose()
    {
        _shell?.Dispose();
        _shell = null;
    }
}
