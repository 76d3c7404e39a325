using Qiansi.Contracts;

namespace Qiansi.FSharpCells;

/// <summary>Cells in F#, by F# Interactive: names of earlier cells stay, values pass to and from C# by <c>#!share</c>.</summary>
public sealed class FSharpLanguage : ILanguageKernel, IDisposable
{
    private const string Packages = """
        #r "nuget: FSharp.Compiler.Service, 43.13.404"
        """;

    /// <summary>Bytes; what the compiler recommends for itself.</summary>
    private const int StackSize = 16 << 20;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly List<NamedValue> _given = [];
    private Interactive? _interactive;

    /// <inheritdoc />
    public string Name => "fsharp";

    /// <inheritdoc />
    public IReadOnlyList<string> Aliases => ["f#", "fs"];

    /// <inheritdoc />
    public string Summary => "Runs F#.";

    /// <inheritdoc />
    public IReadOnlyList<NamedValue> Values =>
        [.. (_interactive?.Values() ?? []).Where(v => !_given.Exists(g => g.Name == v.Name)), .. _given];

    /// <inheritdoc />
    public async Task<CellStatus> ExecuteAsync(CodeBlock block, ICellContext context)
    {
        if (Type.GetType("FSharp.Compiler.Interactive.Shell, FSharp.Compiler.Service") is null
            && await context.Session.ExecuteNestedAsync(Packages, "csharp", "#!fsharp", context) is var status and not CellStatus.Ok)
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

    // A method of its own: it can be compiled only once the compiler is there. A thread of its own: an interrupt that comes too late
    // ends with it, and the cell's thread stays free for what the front end asks.
    private Task<CellStatus> RunAsync(CodeBlock block, ICellContext context)
    {
        var done = new TaskCompletionSource<CellStatus>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                var interactive = _interactive ??= new();
                var given = _given.ToList();
                _given.Clear();
                foreach (var value in given) interactive.Set(value.Name, value.Value, value.Type);
                done.SetResult(new FSharpCell(block, interactive, context).Run());
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        }, StackSize)
        { IsBackground = true, Name = "F#" }.Start();
        return done.Task;
    }

    /// <inheritdoc />
    public Task SetValueAsync(string name, object? value, Type declaredType)
    {
        // Before the first cell there is no compiler yet; it is given then.
        _given.Add(new(name, value, declaredType));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task<CompletionList> CompleteAsync(string code, int position, CancellationToken cancellation)
    {
        if (_interactive is null || !await _turn.WaitAsync(0, cancellation)) return new(position, position, []);
        try
        {
            return await Task.Run(() => _interactive.Complete(code, position), cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _interactive?.Dispose();
        _interactive = null;
    }
}
