using Qiansi.Contracts;

namespace Qiansi.Engine;

/// <summary>What an editor asks about a cell of several languages: finds the block the caret stands in and asks its language.</summary>
internal static class CellEditor
{
    /// <summary>Completions; on a <c>#!</c> line the names of languages and directives, then their options.</summary>
    public static async Task<CompletionList> CompleteAsync(ISession session, string source, int position, CancellationToken cancellation)
    {
        position = Math.Clamp(position, 0, source.Length);
        if (DirectiveCompletions(session, source, position) is { } directives) return directives;
        var block = BlockAt(session, source, position);
        var list = await block.Language.CompleteAsync(source[block.Start..block.End], position - block.Start, cancellation);
        return list with { Start = list.Start + block.Start, End = list.End + block.Start };
    }

    /// <summary>Documentation; on a directive its help.</summary>
    public static Task<MimeBundle?> InspectAsync(ISession session, string source, int position, CancellationToken cancellation)
    {
        position = Math.Clamp(position, 0, source.Length);
        var line = LineAt(source, position);
        if (source.AsSpan(line.Start).StartsWith("#!"))
        {
            var name = NameOn(source, line);
            var summary = session.Directives.FirstOrDefault(d => d.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Summary ?? session.FindLanguage(name)?.Summary;
            return Task.FromResult(summary is null ? null : MimeBundle.Plain($"#!{name}: {summary}\n#!{name} -h tells its arguments."));
        }

        var block = BlockAt(session, source, position);
        return block.Language.InspectAsync(source[block.Start..block.End], position - block.Start, cancellation);
    }

    /// <summary>Whether the last block is whole.</summary>
    public static Completeness IsComplete(ISession session, string source)
    {
        var block = BlockAt(session, source, source.Length);
        return block.Language.IsComplete(source[block.Start..block.End]);
    }

    private static CompletionList? DirectiveCompletions(ISession session, string source, int position)
    {
        var line = LineAt(source, position);
        var typed = source[line.Start..position];
        if (!typed.StartsWith("#!", StringComparison.Ordinal)) return null;
        var space = typed.LastIndexOf(' ');
        if (space < 0)
        {
            var names = session.Languages.Select(l => (l.Name, l.Summary)).Concat(session.Directives.Select(d => (d.Name, d.Summary)));
            return new(line.Start, position, [.. names.Select(n => new CompletionItem("#!" + n.Name, "magic", n.Summary)).Where(c => c.Text.StartsWith(typed, StringComparison.OrdinalIgnoreCase))]);
        }

        var directive = session.Directives.FirstOrDefault(d => d.Name.Equals(NameOn(source, line), StringComparison.OrdinalIgnoreCase));
        var word = typed[(space + 1)..];
        var options = directive?.Arguments.Where(a => a.IsOption && a.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase)) ?? [];
        return new(line.Start + space + 1, position, [.. options.Select(a => new CompletionItem(a.Name, "magic", a.Summary))]);
    }

    private static (ILanguageKernel Language, int Start, int End) BlockAt(ISession session, string source, int position)
    {
        var (language, start) = (session.Languages[0], 0);
        for (var at = 0; at < source.Length;)
        {
            var line = LineAt(source, at);
            var next = Math.Min(source.Length, line.End + 1);
            if (source.AsSpan(line.Start).StartsWith("#!") && session.FindLanguage(NameOn(source, line)) is { } named)
            {
                if (line.Start > position) return (language, start, line.Start);
                (language, start) = (named, next);
            }

            at = line.End + 1;
        }

        return (language, Math.Min(start, position), source.Length);
    }

    private static (int Start, int End) LineAt(string source, int position)
    {
        var start = position == 0 ? 0 : source.LastIndexOf('\n', position - 1) + 1;
        var end = source.IndexOf('\n', position);
        return (start, end < 0 ? source.Length : end);
    }

    private static string NameOn(string source, (int Start, int End) line)
    {
        var name = source.AsSpan(line.Start + 2, Math.Max(0, line.End - line.Start - 2));
        var end = name.IndexOfAny(" \t\r");
        return (end < 0 ? name : name[..end]).ToString();
    }
}
