using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using Qiansi.Contracts;

namespace Qiansi.PowerShellCells;

/// <summary>One cell. What it leaves is shown as a console shows it; any error that reaches the cell fails it, at its end.</summary>
internal sealed class PowerShellCell(CodeBlock block, Shell shell, ICellContext context)
{
    private const string Red = "\e[31m", Reset = "\e[0m";

    private readonly List<string> _errors = [];

    public CellStatus Run()
    {
        // Empty lines before it, so that lines are the cell's own.
        var ast = Parser.ParseInput(new string('\n', block.FirstLine) + block.Code, block.CellName, out _, out var mistakes);
        if (mistakes.Length > 0)
            return Fail("ParseException", [.. mistakes.Select(m => $"{Place(m.Extent)}: {m.Message}")]);

        using var entered = shell.Enter();
        shell.Host.Begin(context);
        using var pipeline = PowerShell.Create(shell.Runspace);
        pipeline.AddCommand("Invoke-Command").AddParameter("ScriptBlock", ast.GetScriptBlock()).AddParameter("NoNewScope")
            .AddCommand("Out-Default");
        pipeline.Streams.Error.DataAdded += (_, added) => Tell(pipeline.Streams.Error[added.Index]);
        try
        {
            using (new Stopper(context, block.CellName, pipeline)) pipeline.Invoke();
        }
        catch (Exception e) when (e is PipelineStoppedException or ThreadInterruptedException
            && context.Cancellation.IsCancellationRequested)
        {
            return Interrupted();
        }
        catch (RuntimeException e)
        {
            var (thrown, record) = (e.InnerException ?? e, e.ErrorRecord);
            if (thrown is ThreadInterruptedException && context.Cancellation.IsCancellationRequested) return Interrupted();
            return Fail(e is ActionPreferenceStopException ? record.CategoryInfo.Reason : thrown.GetType().Name, [Text(record)]);
        }
        finally
        {
            shell.Host.End();
        }

        if (context.Cancellation.IsCancellationRequested || pipeline.InvocationStateInfo.State == PSInvocationState.Stopped)
            return Interrupted();
        if (shell.Host.ExitCode is not (null or 0)) return Fail("exit", [$"{block.CellName} ended by exit {shell.Host.ExitCode}."]);
        if (_errors.Count == 0) return CellStatus.Ok;
        return Fail("PowerShellError", _errors.Count == 1 ? _errors : [$"{_errors.Count} errors stand above; the first: {_errors[0]}"]);
    }

    /// <summary>An error where it happens; programs use its stream for whatever they have to say.</summary>
    private void Tell(ErrorRecord record)
    {
        if (record.FullyQualifiedErrorId.StartsWith("NativeCommandError", StringComparison.Ordinal))
        {
            context.Output.Write(StandardStream.Error, record.Exception.Message + "\n");
            return;
        }

        _errors.Add(Text(record));
        context.Output.Write(StandardStream.Error, $"{Red}{_errors[^1]}{Reset}\n");
    }

    private string Text(ErrorRecord record)
    {
        var at = record.InvocationInfo;
        var place = at is { ScriptLineNumber: > 0 }
            ? string.Create(CultureInfo.InvariantCulture,
                $"{(string.IsNullOrEmpty(at.ScriptName) ? block.CellName : at.ScriptName)} ({at.ScriptLineNumber},{at.OffsetInLine}): ")
            : "";
        return place + (record.ErrorDetails?.Message ?? record.Exception.Message);
    }

    private string Place(IScriptExtent extent) => string.Create(CultureInfo.InvariantCulture,
        $"{block.CellName} ({extent.StartLineNumber},{extent.StartColumnNumber})");

    private CellStatus Fail(string name, IReadOnlyList<string> lines)
    {
        context.Output.Error(new(name, string.Join('\n', lines), [.. lines.Select(l => $"{Red}{l}{Reset}")]));
        return CellStatus.Error;
    }

    private CellStatus Interrupted()
    {
        var message = $"{block.CellName} was interrupted.";
        context.Output.Error(new("Interrupted", message, [$"{Red}{message}{Reset}"]));
        return CellStatus.Interrupted;
    }
}
