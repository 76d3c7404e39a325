using System.Globalization;
using System.Text.Json;
using Microsoft.DotNet.Interactive.Directives;
using Qiansi.Engine.Comms;
using Qiansi.Engine.CSharp;
using Qiansi.Engine.CSharp.Errors;
using Qiansi.Engine.Directives;
using Qiansi.Engine.Directives.BuiltIn;
using Qiansi.Engine.Running;
using Qiansi.Runtime;

namespace Qiansi.Engine;

/// <summary>A session of cells: its languages, variables and the one thread cells run on.</summary>
public sealed class Session : ISession, IDisposable
{
    private static readonly Lazy<bool> Warm = new(() =>
    {
        WarmUp.Run();
        return true;
    });

    static Session()
    {
        RegexLimit.Install();
        ExtensionDirective.Make = ExtensionCommands.Make;
    }

    private readonly CellThread _thread = new();
    private readonly Interruption _interruption;
    private readonly SessionRegistry _registry = new();
    private readonly IReadOnlyList<string> _openLibraries;
    private readonly LibrarySwap? _swap;
    private int _count;
    private bool _restart;

    /// <param name="workingDirectory">Folder that relative paths in cells start from; the process's own when null.</param>
    /// <param name="openLibraries">Libraries of the host whose namespace, named as the assembly, is open in every cell.</param>
    /// <param name="swap">Packages in the place of a library of the host.</param>
    public Session(string? workingDirectory = null, IReadOnlyList<string>? openLibraries = null, LibrarySwap? swap = null)
    {
        _openLibraries = openLibraries ?? [];
        _swap = swap;
        WorkingDirectory = workingDirectory ?? Environment.CurrentDirectory;
        _interruption = new Interruption(_thread.Thread);
        _ = _thread.RunAsync(() => Warm.Value);
        CellConsole.Install();
        UnhandledExceptions.Install();
        Begin();
    }

    /// <inheritdoc />
    public string WorkingDirectory { get; private set; }

    /// <inheritdoc />
    public bool IsBatch { get; init; }

    /// <summary>When what cells showed is gone.</summary>
    internal CellClosings Closings { get; } = new();

    /// <inheritdoc />
    public IReadOnlyList<ILanguageKernel> Languages => _registry.Languages;

    /// <inheritdoc />
    public IReadOnlyList<IDirective> Directives => _registry.Directives;

    /// <inheritdoc />
    public void Add(ILanguageKernel language) => _registry.Add(language);

    /// <inheritdoc />
    public void Add(IDirective directive) => _registry.Add(directive);

    /// <inheritdoc />
    public ILanguageKernel? FindLanguage(string name) => _registry.FindLanguage(name);

    /// <summary>Runs a cell. Cells queue; each runs when the one before has ended.</summary>
    /// <param name="source">The cell's text, directives included.</param>
    /// <param name="sink">Where its outputs go; nothing is written after the task has completed,
    /// save by background work the cell left running.</param>
    /// <param name="options">Name and language; defaults when null.</param>
    public Task<CellStatus> ExecuteAsync(string source, IOutputSink sink, CellOptions? options = null) =>
        _thread.RunAsync(() => Execute(source, sink, options ?? new CellOptions()));

    /// <summary>Interrupts the running cell; does nothing when none runs.</summary>
    /// <returns>False when an earlier interrupt has not helped: only a restart will.</returns>
    public bool Interrupt() => _interruption.Interrupt();

    /// <summary>Completions at a UTF-16 position of a cell's text; knows directives and the languages of sub-blocks.</summary>
    public Task<CompletionList> CompleteAsync(string source, int position, CancellationToken cancellation) =>
        CellEditor.CompleteAsync(this, source, position, cancellation);

    /// <summary>Documentation (<c>text/html</c> and <c>text/plain</c>) of what stands at a position, or null.</summary>
    public Task<MimeBundle?> InspectAsync(string source, int position, CancellationToken cancellation) =>
        CellEditor.InspectAsync(this, source, position, cancellation);

    /// <summary>Errors and warnings of a cell that is being written, in the order of their places.</summary>
    public Task<IReadOnlyList<CodeDiagnostic>> DiagnoseAsync(string source, CancellationToken cancellation) =>
        CellEditor.DiagnoseAsync(this, source, cancellation);

    /// <summary>The cell as the formatters of its languages lay it out.</summary>
    public Task<string> FormatAsync(string source, CancellationToken cancellation) => CellEditor.FormatAsync(this, source, cancellation);

    /// <summary>Whether the text is a whole cell.</summary>
    public Completeness IsComplete(string source) => CellEditor.IsComplete(this, source);

    /// <inheritdoc />
    public async Task<CellStatus> ExecuteNestedAsync(string source, string? language, string name, ICellContext context)
    {
        try
        {
            return await PartRunner.RunAsync(DirectiveParser.Parse(source, this, name, language), context);
        }
        catch (DirectiveException e)
        {
            context.Output.Error(PartRunner.ErrorOf(e));
            return CellStatus.Error;
        }
        catch (OperationCanceledException) when (context.Cancellation.IsCancellationRequested)
        {
            context.Output.Error(Interrupted.Describe(name));
            return CellStatus.Interrupted;
        }
    }

    /// <summary>Runs work on the cell thread, when no cell runs there.</summary>
    public Task<T> BetweenCellsAsync<T>(Func<T> work) => _thread.RunAsync(work);

    /// <summary>Begins anew in another folder, as a session made there would: variables are gone,
    /// and relative paths of cells and of the process start from it.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public Task MoveToAsync(string folder) => _thread.RunAsync(() =>
    {
        Environment.CurrentDirectory = folder;
        WorkingDirectory = folder;
        Closings.Restart();
        Begin();
        return true;
    });

    /// <inheritdoc />
    public void Answer(string target, Func<string, string> answer) => CommRegistry.Of(this).Answer(target, question =>
        JsonElement.Parse(BetweenCellsAsync(() => answer(question.GetRawText())).GetAwaiter().GetResult()));

    /// <inheritdoc />
    public void RequestRestart() => _restart = true;

    /// <summary>Ends the cell thread, and the languages that hold something (<see cref="IDisposable"/>).</summary>
    public void Dispose()
    {
        _thread.Dispose();
        Closings.End();
        Parallel.ForEach(Languages.OfType<IDisposable>(), static l => l.Dispose());
    }

    /// <summary>Starts with no variables: languages and directives as they are at first.</summary>
    private void Begin()
    {
        Add(new CSharpKernel(WorkingDirectory, _openLibraries, _swap));
        BuiltIns.AddTo(this);
    }

    private CellStatus Execute(string source, IOutputSink sink, CellOptions options)
    {
        var name = options.Name ?? "Cell " + (++_count).ToString(CultureInfo.InvariantCulture);
        var output = new CellOutput(sink);
        var run = new CellRun(this, output, name, options.Id);
        Closings.Begin(options.Id);
        CellConsole.Restore();
        var synchronization = new CellSynchronizationContext(Thread.CurrentThread, run.Fail);
        SynchronizationContext.SetSynchronizationContext(synchronization);
        CurrentCell.Enter(run, run.Flag);
        Guard.Begin(run.Flag);
        _interruption.Begin(run);
        try
        {
            var cell = ExecuteNestedAsync(source, options.Language, name, run);
            synchronization.PumpUntil(cell);
            var status = cell.GetAwaiter().GetResult();
            return status == CellStatus.Ok && run.HasFailed ? CellStatus.Error : status;
        }
        finally
        {
            _interruption.End();
            synchronization.Close(drop: run.InterruptedAt is not null);
            run.End();
            output.Complete();
            Guard.End();
            CurrentCell.Leave();
            if (_restart)
            {
                Closings.Restart();
                Begin();
            }

            _restart = false;
            SynchronizationContext.SetSynchronizationContext(null);
        }
    }
}

/// <summary>How one cell is run.</summary>
public sealed record CellOptions
{
    /// <summary>What traces call the cell, <c>Cell 3</c>; made from a counter when null.</summary>
    public string? Name { get; init; }

    /// <summary>Language of the first block; C# when null.</summary>
    public string? Language { get; init; }

    /// <summary>What the front end calls the cell, the same when it runs again; null when it does not say.</summary>
    public string? Id { get; init; }
}
