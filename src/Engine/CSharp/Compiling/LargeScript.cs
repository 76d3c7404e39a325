using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Qiansi.Engine.CSharp.Compiling;

/// <summary>Hands a long script to the compiler in pieces, which its one submission loads.</summary>
/// <remarks>
/// For each top-level statement with a block or lambda, the compiler maps the scopes of the whole file anew,
/// which makes 4,000 lines take minutes. Files that a script loads are part of the same submission, but each is mapped for itself. In a
/// piece, everything else is blanked, so that positions stay.
/// </remarks>
internal sealed class LargeScript : SourceReferenceResolver
{
    private const int Statements = 64;
    private const string Index = "index";

    private readonly string _name;
    private readonly string[] _pieces;

    private LargeScript(string name, string[] pieces) => (_name, _pieces) = (name, pieces);

    /// <summary>Whether a script is long enough to be worth it, and can be taken apart:
    /// labels and preprocessor lines hold it together.</summary>
    public static bool Fits(SyntaxTree tree) =>
        tree.Options.Kind == SourceCodeKind.Script && tree.GetRoot() is CompilationUnitSyntax { Members.Count: > 4 * Statements } root
        && !root.ContainsDirectives && !root.DescendantNodes().Any(n => n is LabeledStatementSyntax or GotoStatementSyntax);

    /// <summary>What has to stand before the text of a script that is taken apart.</summary>
    public static string Prefix(string name) => $"#load \"{Index}\"\n#line 1 \"{name}\"\n";

    /// <summary>The compilation with the pieces in place of a tree.</summary>
    /// <param name="compilation">Holds <paramref name="tree"/>.</param>
    /// <param name="tree">The cell as written.</param>
    /// <param name="text">Its final text, <see cref="Prefix"/> included.</param>
    /// <param name="parse">Parses text as the tree was parsed.</param>
    public static CSharpCompilation Load(CSharpCompilation compilation, SyntaxTree tree, string text, Func<string, SyntaxTree> parse)
    {
        var prefix = Prefix(tree.FilePath).Length;
        var root = (CompilationUnitSyntax)parse(new string(' ', prefix) + text[prefix..]).GetRoot();
        var start = root.Members[0].SpanStart;
        var pieces =
            root.Members.Chunk(Statements).Select(c => Only(text, prefix, start, c[0].FullSpan.Start, c[^1].FullSpan.End)).ToArray();
        var last = root.Members.Chunk(Statements).Last();
        var main = parse(text[..prefix] + Only(text, prefix, start, last[0].FullSpan.Start, text.Length)[prefix..]);
        var options = compilation.Options.WithSourceReferenceResolver(new LargeScript(tree.FilePath, pieces[..^1]));
        return compilation.WithOptions(options).ReplaceSyntaxTree(tree, main);
    }

    /// <inheritdoc />
    public override string NormalizePath(string path, string? baseFilePath) => path;

    /// <inheritdoc />
    public override string ResolveReference(string path, string? baseFilePath) => $"{_name}#{path}";

    /// <inheritdoc />
    public override SourceText ReadText(string resolvedPath) => SourceText.From(TextOf(resolvedPath[(_name.Length + 1)..]), Encoding.UTF8);

    /// <inheritdoc />
    public override Stream OpenRead(string resolvedPath) =>
        new MemoryStream(Encoding.UTF8.GetBytes(TextOf(resolvedPath[(_name.Length + 1)..])));

    /// <inheritdoc />
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    private string TextOf(string piece) => piece == Index
        ? string.Concat(_pieces.Select((_, i) => $"#load \"{i}\"\n"))
        : _pieces[int.Parse(piece, System.Globalization.CultureInfo.InvariantCulture)];

    /// <summary>The text with all members but some blanked; what stands before the first, the usings, stays.</summary>
    private static string Only(string text, int prefix, int members, int start, int end)
    {
        var kept = text.ToCharArray();
        kept.AsSpan(0, prefix).Fill(' ');
        if (start > members) Blank(kept.AsSpan(members..start));
        Blank(kept.AsSpan(end));
        return new(kept);
    }

    private static void Blank(Span<char> text)
    {
        foreach (ref var c in text)
        {
            if (c is not ('\n' or '\r')) c = ' ';
        }
    }
}
