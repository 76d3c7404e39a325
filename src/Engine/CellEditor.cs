using Qiansi.Engine.Directives;

namespace Qiansi.Engine;

/// <summary>What an editor asks about a cell of several languages: finds the block the caret stands in and asks its language.</summary>
internal static class CellEditor
{
    /// <summary>Completions; on a <c>#!</c> line the names of languages and directives, then their options and what those take.</summary>
    public static async Task<CompletionList> CompleteAsync(ISession session, string source, int position, CancellationToken cancellation)
    {
        position = Math.Clamp(position, 0, source.Length);
        var block = CellSegment.At(source, position, session, session.Languages[0]);
        if (block.IsNamed) return DirectiveCompletions.At(source, block, position, session);

        // A line of "#!" alone names nothing yet, so it is part of the code around it.
        if (source.AsSpan(0, position).EndsWith("#!") && (position == 2 || source[position - 3] == '\n'))
            return DirectiveCompletions.Names(source, position - 2, position, session);
        var list = await block.Language.CompleteAsync(source[block.Start..block.End], position - block.Start, cancellation);
        return list with { Start = list.Start + block.Start, End = list.End + block.Start };
    }

    /// <summary>Documentation; on a directive its help.</summary>
    public static Task<MimeBundle?> InspectAsync(ISession session, string source, int position, CancellationToken cancellation)
    {
        position = Math.Clamp(position, 0, source.Length);
        var block = CellSegment.At(source, position, session, session.Languages[0]);
        var text = source[block.Start..block.End];
        return block.IsNamed
            ? Task.FromResult(DirectiveHelp.At(text, session)) : block.Language.InspectAsync(text, position - block.Start, cancellation);
    }

    /// <summary>Errors and warnings of all blocks, at their lines in the cell.</summary>
    public static async Task<IReadOnlyList<CodeDiagnostic>> DiagnoseAsync(ISession session, string source, CancellationToken cancellation)
    {
        var all = new List<CodeDiagnostic>();
        foreach (var block in CodeOf(source, session))
        {
            foreach (var one in await block.Language.DiagnoseAsync(source[block.Start..block.End], cancellation))
                all.Add(one with { StartLine = one.StartLine + block.FirstLine, EndLine = one.EndLine + block.FirstLine });
        }

        return all;
    }

    /// <summary>The cell with each block formatted, its <c>#!</c> lines as they were.</summary>
    public static async Task<string> FormatAsync(ISession session, string source, CancellationToken cancellation)
    {
        var formatted = source;
        foreach (var block in CodeOf(source, session).Reverse())
            formatted = formatted[..block.Start] + await block.Language.FormatAsync(source[block.Start..block.End], cancellation)
                + formatted[block.End..];
        return formatted;
    }

    private static IEnumerable<CellSegment> CodeOf(string source, ISession session) =>
        CellSegment.Split(source, session, session.Languages[0]).Where(s => !s.IsNamed && s.End > s.Start);

    /// <summary>Whether the last block is whole.</summary>
    public static Completeness IsComplete(ISession session, string source)
    {
        var last = CellSegment.Split(source, session, session.Languages[0])[^1];
        return last.Language.IsComplete(source[last.Start..last.End]);
    }
}
