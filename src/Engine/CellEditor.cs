using Qiansi.Contracts;
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
        if (source.AsSpan(0, position).EndsWith("#!") && (position == 2 || source[position - 3] == '\n')) return DirectiveCompletions.Names(source, position - 2, position, session);
        var list = await block.Language.CompleteAsync(source[block.Start..block.End], position - block.Start, cancellation);
        return list with { Start = list.Start + block.Start, End = list.End + block.Start };
    }

    /// <summary>Documentation; on a directive its help.</summary>
    public static Task<MimeBundle?> InspectAsync(ISession session, string source, int position, CancellationToken cancellation)
    {
        position = Math.Clamp(position, 0, source.Length);
        var block = CellSegment.At(source, position, session, session.Languages[0]);
        var text = source[block.Start..block.End];
        return block.IsNamed ? Task.FromResult(DirectiveHelp.At(text, session)) : block.Language.InspectAsync(text, position - block.Start, cancellation);
    }

    /// <summary>Whether the last block is whole.</summary>
    public static Completeness IsComplete(ISession session, string source)
    {
        var last = CellSegment.Split(source, session, session.Languages[0])[^1];
        return last.Language.IsComplete(source[last.Start..last.End]);
    }
}
