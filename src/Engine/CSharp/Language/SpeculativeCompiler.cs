using Microsoft.CodeAnalysis.Text;
using Qiansi.Engine.CSharp.Compiling;

namespace Qiansi.Engine.CSharp.Language;

/// <summary>Compiles the text under edit as if it ran next, keeping the bound references between requests.</summary>
/// <remarks>Binding 170 references costs about 15 ms, replacing the tree of a bound compilation almost nothing.
/// Safe to call from any thread: all it shares is immutable.</remarks>
internal sealed class SpeculativeCompiler(Func<ScriptContext> context)
{
    private const string ScriptName = "cell-under-edit";

    private volatile Bound? _bound;

    /// <summary>Parses text of a cell as script code.</summary>
    public static SyntaxTree Parse(string text, CancellationToken cancellation, LanguageVersion version = CellLanguage.Default) =>
        CellLanguage.ParseScript(SourceText.From(text), version, cancellation: cancellation);

    /// <summary>Compiles a cell's text; directive lines may be in it.</summary>
    public Snapshot Compile(string code, CancellationToken cancellation)
    {
        var text = DirectiveLines.Blank(code);
        var current = context();
        var bound = Bind(current, cancellation);
        if (bound.Latest is { } latest && latest.Text == text) return latest;

        var tree = Parse(text, cancellation, current.Version);
        var unit = (CompilationUnitSyntax)tree.GetRoot(cancellation);
        var spans = LibraryMembers.Find(unit);
        var snapshot = spans.Count == 0
            ? new Snapshot(text, Part(bound.Base.ReplaceSyntaxTree(bound.Tree, tree), tree), null, [])
            : Split(text, unit, spans, bound, cancellation);
        return bound.Latest = snapshot;
    }

    private Bound Bind(ScriptContext current, CancellationToken cancellation)
    {
        if (_bound is { } bound && bound.Context.SameAs(current)) return bound;

        var empty = Parse("", cancellation, current.Version);
        var compilation = CSharpCompilation.CreateScriptCompilation(
            ScriptName, empty, current.References, current.Options, current.Previous, typeof(object)).Bind();
        return _bound = new Bound(current, compilation, empty);
    }

    private static CompiledPart Part(CSharpCompilation compilation, SyntaxTree tree) =>
        new(tree, compilation, compilation.GetSemanticModel(tree));

    private static Snapshot Split(
        string text, CompilationUnitSyntax unit, IReadOnlyList<TextSpan> spans, Bound bound, CancellationToken cancellation)
    {
        var version = bound.Context.Version;
        var libraryOptions = CellLanguage.Regular(version);
        var libraryTree = CSharpSyntaxTree.ParseText(
            LibraryMembers.Keep(text, unit, spans, inside: true), libraryOptions, cancellationToken: cancellation);
        var scriptTree = Parse(LibraryMembers.Keep(text, unit, spans, inside: false), cancellation, version);
        var usings = CSharpSyntaxTree.ParseText(GlobalUsings(bound.Context), libraryOptions, cancellationToken: cancellation);

        // An edited library cell replaces the one that ran before under the same type names.
        var references = SupersededLibraries.Without(libraryTree, bound.Base, cancellation);
        var library = CSharpCompilation.Create("cell-under-edit-library", [libraryTree, usings], references,
            bound.Context.Options.WithOutputKind(OutputKind.DynamicallyLinkedLibrary).WithUsings()).Bind();
        references.Add(library.ToMetadataReference());
        var script = CSharpCompilation.CreateScriptCompilation(
            ScriptName, scriptTree, references, bound.Context.Options, bound.Context.Previous, typeof(object)).Bind();
        return new Snapshot(text, Part(script, scriptTree), Part(library, libraryTree), spans);
    }

    /// <summary>What earlier cells imported, for the library tree, which does not see submissions; its types are open to the script,
    /// whether public or not.</summary>
    private static string GlobalUsings(ScriptContext context)
    {
        var lines = new List<string>();
        foreach (var name in context.Options.Usings) lines.Add($"global using {name};");
        for (var submission =
            context.Previous; submission is not null; submission = submission.ScriptCompilationInfo?.PreviousScriptCompilation)
        {
            foreach (var tree in submission.SyntaxTrees)
            {
                foreach (var directive in ((CompilationUnitSyntax)tree.GetRoot()).Usings)
                {
                    if (directive.Alias is null) lines.Add($"global {directive.WithoutTrivia().NormalizeWhitespace()}");
                }
            }
        }

        lines.Add($"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{ScriptName}\")]");
        return string.Join('\n', lines.Distinct());
    }

    private sealed record Bound(ScriptContext Context, CSharpCompilation Base, SyntaxTree Tree)
    {
        private volatile Snapshot? _latest;

        public Snapshot? Latest
        {
            get => _latest;
            set => _latest = value;
        }
    }
}
