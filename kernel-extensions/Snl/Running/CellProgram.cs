using Qiansi.Contracts;
using Qiansi.Snl;
using Qiansi.Snl.Tm;
using Qiansi.SnlCells.Pictures;
using Qiansi.SnlCells.Sharing;

namespace Qiansi.SnlCells.Running;

/// <summary>One cell: compiled, then run or shown.</summary>
internal sealed class CellProgram(CodeBlock block, CellOptions options, VariableStore store)
{
    private readonly CellMessages _messages = new(block);

    public async Task<CellStatus> ExecuteAsync(ICellContext context)
    {
        var given = store.Take();
        var keeps = options.Show is null || given.Count > 0;
        var compilation = Compilation.Of(new SourceText(block.Code),
            new(options.Parser, options.Optimizations, keeps) { Given = [.. given.Keys] });
        // Tokens, tree and symbols are there whatever is wrong.
        if (options.Show is { } stage and not "run" && StagePicture.Of(stage, compilation, options.Optimizations) is { } picture)
            context.Output.Display(picture);
        if (compilation.HasErrors)
        {
            context.Output.Error(_messages.Errors(compilation));
            return CellStatus.Error;
        }

        _messages.ShowWarnings(compilation, context.Output);
        if (options.Show is not (null or "run")) return CellStatus.Ok;
        try
        {
            var variables = keeps ? GivenVariables.Of(compilation, given) : null;
            return await Task.Run(() => Run(compilation, variables, context), CancellationToken.None);
        }
        catch (DirectiveException e)
        {
            context.Output.Error(_messages.Refused(e.Message));
            return CellStatus.Error;
        }
        catch (OperationCanceledException) when (context.Cancellation.IsCancellationRequested)
        {
            context.Output.Error(_messages.Interrupted());
            return CellStatus.Interrupted;
        }
    }

    /// <summary>Runs the program away from the cell's thread, which stays free for what the front end asks.</summary>
    private CellStatus Run(Compilation compilation, ProgramVariables? variables, ICellContext context)
    {
        var console = new CellConsole(context, options.Input);
        TmFault? fault;
        if (options.Show == "run")
        {
            var film = MachineFilm.Of(compilation, console, variables, options.By, options.From, context.Cancellation);
            context.Output.Display(new MimeBundle { { "text/html", film.Film.ToHtml() }, { "text/plain", film.Film.ToString() } });
            fault = film.Fault;
        }
        else
        {
            store.Forget();
            var result = options.OnMachine
                ? compilation.RunOnMachine(console, cancellation: context.Cancellation, variables: variables)
                : compilation.Native.Run(console, cancellation: context.Cancellation, variables: variables);
            console.Close();
            if (result.Reason == StopReason.Cancelled) throw new OperationCanceledException();
            if (options.OnMachine) CellMessages.ShowRemark($"{result.Executed:N0} instructions executed", context.Output);
            fault = result.Fault;
            if (fault is null) store.Keep(variables!);
        }

        if (fault is null) return CellStatus.Ok;
        context.Output.Error(_messages.Fault(fault, compilation.Source));
        return CellStatus.Error;
    }
}
