namespace Qiansi.Engine.Directives;

/// <summary>Cuts a cell into language blocks and directives.</summary>
/// <remarks>
/// A line that starts with <c>#!</c> and a letter in its first column is a language or a directive. In C# it is not when it stands
/// inside a literal, a comment or <c>#if false</c>. Everything else, <c>#r</c>, <c>#load</c> and <c>#region</c> too, is the language's own.
/// </remarks>
public static class DirectiveParser
{
    /// <summary>The parts of a cell in order; blocks of nothing but white space are left out.</summary>
    /// <param name="source">The cell's text.</param>
    /// <param name="session">Where languages and directives are looked up.</param>
    /// <param name="cellName">What traces and errors call the cell.</param>
    /// <param name="defaultLanguage">Language of the text before the first language line; the session's default when null.</param>
    /// <exception cref="DirectiveException">A name is unknown or an argument is wrong; nothing of the cell should run then.</exception>
    public static IReadOnlyList<CellPart> Parse(string source, ISession session, string cellName, string? defaultLanguage = null)
    {
        var language = defaultLanguage is null
            ? session.Languages[0]
            : session.FindLanguage(defaultLanguage) ?? throw UnknownName(defaultLanguage, session, cellName);
        if (!source.Contains("#!", StringComparison.Ordinal))
            return string.IsNullOrWhiteSpace(source) ? [] : [new LanguagePart(language, new CodeBlock(source, 0, cellName, true))];

        var parts = new List<CellPart>();
        DirectiveInvocation? arguments = null;
        var segments = CellSegment.Split(source, session, language);
        for (var i = 0; i < segments.Count; i++)
        {
            var segment = segments[i];
            var text = source[segment.Start..segment.End];
            if (segment.IsNamed)
            {
                if (Named(text, segment, session, $"{cellName}, line {segment.FirstLine + 1}", ref arguments) is { } directive)
                    parts.Add(directive);
            }
            else if (!string.IsNullOrWhiteSpace(text) || arguments is not null && !HasCodeBelow(i))
            {
                parts.Add(new LanguagePart(segment.Language, new CodeBlock(text, segment.FirstLine, cellName, false), arguments));
                arguments = null;
            }
        }

        var last = parts.FindLastIndex(p => p is LanguagePart);
        if (last >= 0 && parts[last] is LanguagePart part) parts[last] = part with { Block = part.Block with { IsLast = true } };
        return parts;

        // Whether the language chosen above a stretch has code below it, behind directives.
        bool HasCodeBelow(int stretch) => segments.Skip(stretch + 1)
            .TakeWhile(s => !s.IsNamed || session.FindLanguage(CellSegment.NameOf(source.AsSpan()[s.Start..s.End]).ToString()) is null)
            .Any(s => !s.IsNamed && !source.AsSpan()[s.Start..s.End].IsWhiteSpace());
    }

    /// <summary>What a <c>#!</c> line invokes, null for a line that only chooses a language;
    /// and the arguments for the code below the line of an <see cref="IParameterizedLanguage"/>; directives leave them as they are.
    /// </summary>
    private static DirectivePart? Named(
        string line, CellSegment segment, ISession session, string place, ref DirectiveInvocation? arguments)
    {
        var name = CellSegment.NameOf(line).ToString();
        var rest = line[(2 + name.Length)..];
        if (session.FindLanguage(name) is { } language)
        {
            var declared = (language as IParameterizedLanguage)?.Arguments ?? [];
            if (DirectiveArguments.AsksForHelp(rest, declared))
                return HelpDirective.Part(DirectiveHelp.Of(language), segment.FirstLine, language);
            var values = DirectiveArguments.Parse(rest, "#!" + name, declared, place);
            if (language is IParameterizedLanguage) arguments = new DirectiveInvocation(values, segment.FirstLine, language);
            return null;
        }

        var directive = session.Directives.FirstOrDefault(d => d.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw UnknownName(name, session, place);
        if (DirectiveArguments.AsksForHelp(rest, directive.Arguments))
            return HelpDirective.Part(DirectiveHelp.Of(directive), segment.FirstLine, segment.Language);
        return new DirectivePart(directive, new DirectiveInvocation(
            DirectiveArguments.Parse(rest, "#!" + directive.Name, directive.Arguments, place), segment.FirstLine, segment.Language));
    }

    private static DirectiveException UnknownName(string name, ISession session, string place)
    {
        var names = session.Directives.Select(d => d.Name)
            .Concat(session.Languages.SelectMany(l => l.Aliases.Prepend(l.Name)));
        var near = NearestNames.Of(name, names);
        var hint = ForeignLanguages.Hint(name) is { } foreign ? foreign
            : near.Count > 0
            ? $"Did you mean {string.Join(" or ", near.Select(n => "#!" + n))}?"
            : "#!lsmagic lists all languages and directives.";
        return new DirectiveException($"{place}: there is no language or directive '#!{name}'. {hint}");
    }
}
