using System.Globalization;
using System.Text.RegularExpressions;
using FSharp.Compiler.Diagnostics;
using Qiansi.Contracts;

namespace Qiansi.FSharpCells;

/// <summary>One cell: its interactions in order, and the value of the last.</summary>
internal sealed partial class FSharpCell(CodeBlock block, Interactive interactive, ICellContext context)
{
    private const string Red = "\e[31m", Blue = "\e[34m", Reset = "\e[0m";

    private readonly string _file = $"{block.CellName.Replace(' ', '_')}.fsx";

    public CellStatus Run()
    {
        if (Ending().Match(block.Code) is { Success: true } ending)
            throw new DirectiveException($"#!fsharp: {ending.Value.Trim()} would end the kernel; #!restart begins anew.");
        Evaluation? last = null;
        foreach (var part in Interactions.Of(block.Code))
        {
            if (Evaluate(part) is not { } evaluation)
            {
                var message = $"{block.CellName} was interrupted.";
                context.Output.Error(new("Interrupted", message, [$"{Red}{message}{Reset}"]));
                return CellStatus.Interrupted;
            }

            last = evaluation;
            if (Errors(last) is { } error)
            {
                context.Output.Error(error);
                return CellStatus.Error;
            }

            foreach (var warning in last.Diagnostics.Where(d => d.Severity.IsWarning))
                context.Output.Write(StandardStream.Error, $"{Place(warning)}: warning {warning.ErrorNumberText}: {warning.Message}\n");
        }

        if (last?.Value is { } value && value.ReflectionType.FullName != "Microsoft.FSharp.Core.Unit")
        {
            var shown = context.Render(value.ReflectionValue);
            if (block.IsLast) context.Output.Result(shown);
            else context.Output.Display(shown);
        }

        return CellStatus.Ok;
    }

    /// <summary>Runs a part; null when an interrupt ended it.</summary>
    private Evaluation? Evaluate(string part)
    {
        using var waker = new Waker(context, block.CellName);
        var evaluation = interactive.Evaluate(part, _file);
        return context.Cancellation.IsCancellationRequested && evaluation.Exception is ThreadInterruptedException ? null : evaluation;
    }

    // What the compiler says decides: a text that it gives up on answers as if it had run.
    private CellError? Errors(Evaluation evaluation)
    {
        var errors = evaluation.Diagnostics.Where(d => d.Severity.IsError).ToList();
        if (errors.Count > 0)
        {
            return new("CompilationError", string.Join('\n', errors.Select(d => $"{Place(d)}: error {d.ErrorNumberText}: {d.Message}")),
                [.. errors.SelectMany(Lines)]);
        }

        if (evaluation.Exception is not { } thrown) return null;
        var own = (thrown.StackTrace ?? "").Split('\n').Where(l => l.Contains(_file, StringComparison.Ordinal))
            .Select(l => FileLine().Match(l)).Where(m => m.Success)
            .Select(m => $"   at {block.CellName} line {int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture) + block.FirstLine}");
        var name = thrown.GetType().FullName!;
        return new(name, thrown.Message, [$"{Red}{name}:{Reset} {thrown.Message}", .. own]);
    }

    private IEnumerable<string> Lines(FSharpDiagnostic found)
    {
        yield return $"{Blue}{Place(found)}:{Reset} {Red}error {found.ErrorNumberText}:{Reset} {found.Message}";
        var lines = block.Code.Split('\n');
        if (found.StartLine < 1 || found.StartLine > lines.Length) yield break;
        yield return $"    {lines[found.StartLine - 1].TrimEnd()}";
        var length = found.EndLine == found.StartLine ? Math.Max(1, found.EndColumn - found.StartColumn) : 1;
        yield return $"    {new string(' ', found.StartColumn)}{new string('^', length)}";
    }

    private string Place(FSharpDiagnostic found) => string.Create(CultureInfo.InvariantCulture,
        $"{block.CellName} ({found.StartLine + block.FirstLine},{found.StartColumn + 1})");

    [GeneratedRegex(@"^\s*#(quit|exit)\b.*$", RegexOptions.Multiline)]
    private static partial Regex Ending();

    [GeneratedRegex(@"\.fsx:line (\d+)")]
    private static partial Regex FileLine();
}
