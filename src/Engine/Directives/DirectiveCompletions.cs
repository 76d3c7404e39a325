namespace Qiansi.Engine.Directives;

/// <summary>Completions on a <c>#!</c> line: names, options, and what options take.</summary>
internal static class DirectiveCompletions
{
    /// <summary>Completions at a position of a cell.</summary>
    /// <param name="source">The cell's text.</param>
    /// <param name="segment">The <c>#!</c> line.</param>
    /// <param name="position">UTF-16 index into <paramref name="source"/>, on that line.</param>
    /// <param name="session">Where names are looked up.</param>
    public static CompletionList At(string source, CellSegment segment, int position, ISession session)
    {
        var line = source[segment.Start..segment.End];
        var name = CellSegment.NameOf(line).ToString();
        var nameEnd = segment.Start + 2 + name.Length;
        if (position <= nameEnd) return Names(source, segment.Start, Math.Max(position, Math.Min(nameEnd, segment.Start + 2)), session);

        var start = position;
        while (start > nameEnd && !char.IsWhiteSpace(source[start - 1])) start--;
        var before = source[nameEnd..start].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return new CompletionList(start, position, Matching(Words(name, before, session), source[start..position]));
    }

    /// <summary>Languages and directives that begin as the text between two positions does, <c>#!</c> included.</summary>
    public static CompletionList Names(string source, int start, int end, ISession session)
    {
        var names = session.Languages.Select(l => new CompletionItem("#!" + l.Name, "magic", l.Summary))
            .Concat(session.Directives.Select(d => new CompletionItem("#!" + d.Name, "magic", d.Summary)));
        return new CompletionList(start, end, Matching(names, source[start..end]));
    }

    private static IEnumerable<CompletionItem> Words(string name, string[] before, ISession session)
    {
        var arguments = (session.FindLanguage(name) as IParameterizedLanguage)?.Arguments
            ?? session.Directives.FirstOrDefault(d => d.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Arguments
            ?? [];
        if (before is [.., "--from"]) return session.Languages.Select(l => new CompletionItem(l.Name, "magic", l.Summary));
        if (before is [.., var option] && arguments.FirstOrDefault(a => a.Name == option && !a.IsFlag) is { } asked)
            return asked.Choices?.Invoke() ?? [];
        if (before.Length == 0 && arguments.FirstOrDefault(a => !a.IsOption) is { Choices: { } choices }) return choices();
        var options =
            arguments.Where(a => a.IsOption && !before.Contains(a.Name)).Select(a => new CompletionItem(a.Name, "keyword", a.Summary));

        // The name of a variable to share, when it is said where from.
        var from = Array.IndexOf(before, "--from");
        var values = from >= 0 && from + 1 < before.Length && arguments.Any(a => !a.IsOption)
            ? session.FindLanguage(before[from + 1])?.Values : null;
        return (values ?? []).Select(v => new CompletionItem(v.Name, "variable")).Concat(options);
    }

    private static List<CompletionItem> Matching(IEnumerable<CompletionItem> items, string prefix) =>
        [.. items.Where(i => i.Text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)).OrderBy(i => i.Text, StringComparer.Ordinal)];
}
