using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Qiansi.Engine.Directives;

namespace Qiansi.Engine.Tests.Directives;

/// <summary>The line scanner against Roslyn's lexer.</summary>
public sealed class CSharpLineScannerTests
{
    private static readonly string[] Pieces =
    [
        "var a = 1;", "x = \"t // no /* comment\";", "x = @\"v\nw \"\" \nz\";", "x = $@\"a{1}\n{{b}}\n\";",
        "x = \"\"\"\n  raw \" ''\n  \"\"\";", "x = $$\"\"\"\n  {{1}} { {\n  \"\"\";",
        "/* c\n'\n\" */", "// line \" '''", "c = '\"';", "c = '\\'';", "x = \"\\\"/*\";", "x = $\"{(true ? \"a\" : \"b\")} {1,5:N0} {{\";",
        "x = $\"{new[] { 1 }[0]\n}\";", "\n",
        "x = \"\"\"one \" line\"\"\";", "x = $\"{$\"{@\"in\nner\"}\"}\";", "#region it's \"open\n", "#if false\nit's /* \"\"\"\n#endif\n",
        "y = @class + a.@event;", "x = \"\";", "x = @\"\";", "z = 7 / 2 / 1;",
    ];

    [Fact]
    public void AgreesWithRoslynOnWhereLinesStartInLiteralsAndComments() => Prop.ForAll(
        Gen.Elements(Pieces).ListOf().ToArbitrary(),
        pieces =>
        {
            var source = string.Concat(pieces.Select(p => p.StartsWith('#') ? "\n" + p : p + (p.EndsWith('\n') ? "" : " ")));
            Assert.True(Roslyn(source).SequenceEqual(Scanner(source)),
                $"Roslyn: {string.Join(' ', Roslyn(source))}, here: {string.Join(' ', Scanner(source))}\n{source}");
        }).QuickCheckThrowOnFailure();

    /// <summary>Lines that start as ordinary code, by the scanner.</summary>
    private static List<int> Scanner(string source)
    {
        var scanner = new CSharpLineScanner();
        var lines = new List<int>();
        var number = 0;
        foreach (var line in source.Split('\n'))
        {
            if (scanner.AtCode || line == "#endif") lines.Add(number);
            scanner.Read(line);
            number++;
        }

        return lines;
    }

    /// <summary>Lines that start as ordinary code, by the compiler: not inside a token, a comment or excluded text.</summary>
    private static List<int> Roslyn(string source)
    {
        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview, kind: SourceCodeKind.Script),
            cancellationToken: TestContext.Current.CancellationToken);
        var root = tree.GetRoot(TestContext.Current.CancellationToken);
        var starts = source.Split('\n').Aggregate((List<int>)[0], (found, line) =>
        {
            found.Add(found[^1] + line.Length + 1);
            return found;
        });
        var inside = root.DescendantNodes(descendIntoTrivia: true)
            .Where(n => n.IsKind(SyntaxKind.InterpolatedStringExpression) || n.IsKind(SyntaxKind.StringLiteralExpression))
            .Select(n => n.Span)
            .Concat(root.DescendantTrivia(descendIntoTrivia: true)
                .Where(t => t.IsKind(SyntaxKind.MultiLineCommentTrivia) || t.IsKind(SyntaxKind.DisabledTextTrivia))
                .Select(t => t.IsKind(SyntaxKind.DisabledTextTrivia) ? new(t.SpanStart - 1, t.Span.Length + 1) : t.Span))
            .ToList();
        return [.. Enumerable.Range(0, starts.Count - 1).Where(l => !inside.Exists(s => s.Start < starts[l] && starts[l] < s.End))];
    }

    [Fact]
    public void SegmentsCoverTheCell() => Prop.ForAll(
        Gen.Elements(["#!html", "#!csharp", "#!time", "code;", "", "#!nope", "x = @\"", "\"\"\""]).ListOf().ToArbitrary(),
        lines =>
        {
            var session = new Doubles.FakeSession();
            session.Add(new Doubles.FakeLanguage("csharp"));
            session.Add(new Doubles.FakeLanguage("html"));
            var source = string.Join('\n', lines);
            var end = 0;
            foreach (var segment in CellSegment.Split(source, session, session.Languages[0]))
            {
                Assert.InRange(segment.Start, end, end + (end < source.Length && source[end] == '\n' ? 1 : 0));
                if (segment.End > segment.Start) Assert.Equal(source[..segment.Start].Count(c => c == '\n'), segment.FirstLine);
                end = segment.End;
            }

            Assert.Equal(source.Length, end);
        }).QuickCheckThrowOnFailure();
}
