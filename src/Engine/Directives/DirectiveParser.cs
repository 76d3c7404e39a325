using Qiansi.Contracts;

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

        var cell = new Cutter(session, cellName, language);
        cell.Cut(source);
        return cell.Parts;
    }

    private static DirectiveException UnknownName(string name, ISession session, string place)
    {
        var names = session.Directives.Select(d => d.Name)
            .Concat(session.Languages.SelectMany(l => l.Aliases.Prepend(l.Name)));
        var near = NearestNames.Of(name, names);
        var hint = near.Count > 0
            ? $"Did you mean {string.Join(" or ", near.Select(n => "#!" + n))}?"
            : "#!lsmagic lists all languages and directives.";
        return new DirectiveException($"{place}: there is no language or directive '#!{name}'. {hint}");
    }

    private sealed class Cutter(ISession session, string cellName, ILanguageKernel language)
    {
        private CSharpLineScanner? _scanner = IsCSharp(language) ? new() : null;
        private DirectiveInvocation? _invocation;

        public List<CellPart> Parts { get; } = [];

        public void Cut(string source)
        {
            int blockStart = 0, blockLine = 0, line = 0;
            for (var start = 0; start < source.Length; line++)
            {
                var end = source.AsSpan(start).IndexOfAny('\r', '\n');
                end = end < 0 ? source.Length : start + end;
                var next = end == source.Length ? end : source[end] == '\r' && end + 1 < source.Length && source[end + 1] == '\n' ? end + 2 : end + 1;
                var text = source.AsSpan(start, end - start);
                if (IsNamed(text) && _scanner is null or { AtCode: true })
                {
                    AddBlock(source[blockStart..start], blockLine);
                    Invoke(source[(start + 2)..end], line);
                    (blockStart, blockLine) = (next, line + 1);
                }
                else
                {
                    _scanner?.Read(text);
                }

                start = next;
            }

            AddBlock(source[blockStart..], blockLine);
            var last = Parts.FindLastIndex(p => p is LanguagePart);
            if (last >= 0 && Parts[last] is LanguagePart part) Parts[last] = part with { Block = part.Block with { IsLast = true } };
        }

        private void AddBlock(string code, int firstLine)
        {
            if (_invocation is not null || !string.IsNullOrWhiteSpace(code))
                Parts.Add(new LanguagePart(language, new CodeBlock(code, firstLine, cellName, false), _invocation));
            _invocation = null;
        }

        private void Invoke(string text, int line)
        {
            var end = 0;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            var name = text[..end];
            var rest = text[end..];
            var place = $"{cellName}, line {line + 1}";
            if (session.FindLanguage(name) is { } chosen)
                Switch(chosen, name, rest, line, place);
            else if (FindDirective(name) is { } directive)
                Parts.Add(DirectivePartOf(directive, rest, line, place));
            else
                throw UnknownName(name, session, place);
        }

        private void Switch(ILanguageKernel chosen, string name, string rest, int line, string place)
        {
            var declared = (chosen as IParameterizedLanguage)?.Arguments ?? [];
            language = chosen;
            _scanner = IsCSharp(chosen) ? new() : null;
            if (DirectiveArguments.AsksForHelp(rest, declared))
            {
                Parts.Add(HelpDirective.Part(DirectiveHelp.Of(chosen), line, chosen));
                return;
            }

            var arguments = DirectiveArguments.Parse(rest, "#!" + name, declared, place);
            if (chosen is IParameterizedLanguage) _invocation = new DirectiveInvocation(arguments, line, chosen);
        }

        private DirectivePart DirectivePartOf(IDirective directive, string rest, int line, string place)
        {
            if (DirectiveArguments.AsksForHelp(rest, directive.Arguments))
                return HelpDirective.Part(DirectiveHelp.Of(directive), line, language);
            var arguments = DirectiveArguments.Parse(rest, "#!" + directive.Name, directive.Arguments, place);
            return new DirectivePart(directive, new DirectiveInvocation(arguments, line, language));
        }

        private IDirective? FindDirective(string name)
        {
            foreach (var directive in session.Directives)
            {
                if (directive.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return directive;
            }

            return null;
        }

        private static bool IsNamed(ReadOnlySpan<char> line) => line.Length > 2 && line[0] == '#' && line[1] == '!' && char.IsLetter(line[2]);

        private static bool IsCSharp(ILanguageKernel language) => language.Name == "csharp";
    }
}
