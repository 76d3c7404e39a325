using Qiansi.Contracts;
using Qiansi.Drawing;
using Qiansi.Snl;
using Qiansi.Snl.Diagnostics;
using Qiansi.Snl.Tm;

namespace Qiansi.SnlCells.Running;

/// <summary>What a cell says of its program, with the cell's own lines, as C# cells do.</summary>
internal sealed class CellMessages(CodeBlock block)
{
    private const string Red = "\e[31m", Blue = "\e[34m", Reset = "\e[0m";

    private const int MostShown = 20;

    /// <summary>The errors of a program that cannot run.</summary>
    public CellError Errors(Compilation compilation)
    {
        var errors = compilation.Diagnostics.Where(d => d.Severity == Severity.Error).ToList();
        var trace = new List<string>();
        foreach (var error in errors.Take(MostShown))
        {
            var place = compilation.Source.PositionOf(error.Span.Start);
            trace.Add($"{Blue}{Place(place)}:{Reset} {Red}error {error.Code}:{Reset} {error.Message}");
            trace.AddRange(Excerpt.Of(compilation.Source, place, error.Span.Length, block.FirstLine).Split('\n'));
            if (error.Hint is not null) trace.Add($"    {error.Hint}");
        }

        if (errors.Count > MostShown) trace.Add($"… and {errors.Count - MostShown} more errors.");
        return new("CompilationError", string.Join('\n', errors.Select(e => Line(e, compilation.Source, "error"))), trace);
    }

    /// <summary>What stopped a program that ran.</summary>
    public CellError Fault(TmFault fault, SourceText source)
    {
        if (fault.Position is not { } place) return new(fault.Kind.ToString(), fault.Message,
            [$"{Red}{fault.Kind}:{Reset} {fault.Message}"]);
        return new(fault.Kind.ToString(), $"{Place(place)}: {fault.Message}",
            [$"{Blue}{Place(place)}:{Reset} {Red}{fault.Kind}:{Reset} {fault.Message}", .. Excerpt.Of(source, place, 1, block.FirstLine)
                .Split('\n')]);
    }

    /// <summary>A variable cannot begin with the value it is given.</summary>
    public CellError Refused(string reason)
    {
        var message = $"{block.CellName}: {reason}.";
        return new("DirectiveError", message, [message]);
    }

    /// <summary>The error of an interrupted cell.</summary>
    public CellError Interrupted()
    {
        var message = $"{block.CellName} was interrupted.";
        return new("Interrupted", message, [$"{Red}{message}{Reset}"]);
    }

    /// <summary>Warnings, a quiet line each.</summary>
    public void ShowWarnings(Compilation compilation, IOutputSink output)
    {
        var lines = compilation.Diagnostics.Where(d => d.Severity == Severity.Warning).Select(d => Line(d, compilation.Source, "warning"))
            .ToList();
        if (lines.Count == 0) return;
        var more = lines.Count > MostShown ? $"\n… and {lines.Count - MostShown} more warnings." : "";
        ShowRemark(string.Join('\n', lines.Take(MostShown)) + more, output);
    }

    /// <summary>A quiet remark.</summary>
    public static void ShowRemark(string text, IOutputSink output) => output.Display(new MimeBundle
    {
        { "text/html", "<div style=\"opacity:.7;font-size:90%\">"
            + $"{MarkupText.Escape(text).Replace("\n", "<br/>", StringComparison.Ordinal)}</div>" },
        { "text/plain", text },
    });

    private string Line(Diagnostic diagnostic, SourceText source, string kind) =>
        $"{Place(source.PositionOf(diagnostic.Span.Start))}: {kind} {diagnostic.Code}: "
        + $"{diagnostic.Message}{(diagnostic.Hint is { } hint ? $" ({hint})" : "")}";

    private string Place(Position place) => $"{block.CellName} ({place.Line + block.FirstLine},{place.Column})";
}
