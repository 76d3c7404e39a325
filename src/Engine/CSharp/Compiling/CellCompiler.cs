using System.Collections.Immutable;
using Qiansi.Engine.CSharp.References;

namespace Qiansi.Engine.CSharp.Compiling;

/// <summary>Compiles the cells of a session, each against what the ones before it declared.</summary>
/// <remarks>
/// Statements, variables and functions become a script submission, chained to the one before. Type declarations become an ordinary library,
/// which is what lets extension members and namespaces stand in a cell; types that use the script's own
/// functions stay inside the submission. Nothing changes in the session until <see cref="Accept"/>.
/// </remarks>
/// <param name="references">What cells are compiled against.</param>
/// <param name="openLibraries">Libraries of the host whose namespace, named as the assembly, is open in every cell.</param>
/// <param name="swap">Packages in the place of a library of the host.</param>
internal sealed class CellCompiler(ReferenceSet references, IReadOnlyList<string> openLibraries, LibrarySwap? swap = null)
{
    private static readonly ImmutableArray<string> SmallUsings =
    [
        "System", "System.IO", "System.Text", "System.Collections", "System.Collections.Generic", "System.Linq", "System.Threading.Tasks",
        "Microsoft.DotNet.Interactive", StaticUsing,
    ];

    // The formatting package references all of .NET Standard: cells that do not name it need not carry that.
    private static readonly ImmutableArray<string> WideUsings =
        [.. SmallUsings, "System.Threading", "Microsoft.DotNet.Interactive.Formatting"];

    private const string StaticUsing = "Microsoft.DotNet.Interactive.Kernel";

    private static readonly CSharpCompilationOptions LibraryOptions = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        allowUnsafe: true,
        nullableContextOptions: NullableContextOptions.Enable);

    private readonly HashSet<string> _usings = [];
    private readonly HashSet<string> _scriptNames = [];
    private readonly PartialTypes _partial = new();
    private int _count;

    /// <summary>The last accepted submission, or null.</summary>
    public CSharpCompilation? Previous { get; private set; }

    /// <summary>Options of the next submission, all default usings in scope.</summary>
    public CSharpCompilationOptions WideOptions => OptionsWith(AllUsings);

    private ImmutableArray<string> AllUsings => [.. WideUsings, .. openLibraries.Where(references.Has)];

    /// <summary>Compiles a cell.</summary>
    public CompiledCell Compile(CellSyntax cell, bool guarded, CancellationToken cancellation)
    {
        _count++;
        var scope = new Scope(references.Small, [.. SmallUsings, .. openLibraries.Where(references.HasSmall)]);
        var small = Compile(cell, guarded, scope, cancellation);
        if (small.Errors.IsEmpty) return small;
        if (HasSyntaxErrors(cell, cancellation) && !StackLocals.HasRefLocals(cell.Text))
            return guarded ? Compile(cell, guarded: false, scope, cancellation) : small;
        var wide = Compile(cell, guarded, new(references.Wide, AllUsings) { IsWide = true }, cancellation);
        if (wide.Errors.IsEmpty)
            references.Remember(wide.Assemblies.SelectMany(a =>
                a.Compilation.GetUsedAssemblyReferences(cancellation).Concat(Opened(a.Compilation, cancellation))));
        return wide;
    }

    /// <summary>What a reader of a compiled cell should know, in reading order.</summary>
    public IReadOnlyList<CellDiagnostic> Warnings(CompiledCell cell) =>
        [.. cell.Assemblies.SelectMany(a => a.Warnings).Concat(_partial.Warnings(cell.Syntax)).OrderBy(w => w.Line).ThenBy(w => w.Column)];

    private static bool HasSyntaxErrors(CellSyntax cell, CancellationToken cancellation) =>
        cell.Tree.GetDiagnostics(cancellation).Any(d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>Later cells see what this one declared.</summary>
    public void Accept(CompiledCell cell)
    {
        _partial.Remember(cell.Syntax);
        if (cell.Library is { } library) references.AddLibrary(library);
        if (cell.Script is { } script)
        {
            InheritedReferences.Cut(script.Compilation);
            Previous = script.Compilation;
        }

        foreach (var directive in cell.Syntax.Root.Usings) _usings.Add("global " + directive.WithoutTrivia().NormalizeWhitespace());
        if (cell.Library is null) _scriptNames.UnionWith(cell.Syntax.Types.Select(NameOf));
        _scriptNames.UnionWith(cell.Syntax.Root.Members.OfType<MethodDeclarationSyntax>().Select(m => m.Identifier.Text));
    }

    private CompiledCell Compile(CellSyntax cell, bool guarded, Scope scope, CancellationToken cancellation)
    {
        if (cell.Types.Count == 0 || (!cell.NeedsLibrary && UsesScriptNames(cell))) return Whole();
        var library = EmitLibrary(cell, guarded, scope, cancellation);
        var torn = library.Errors.IsEmpty ? TornLibrary(library.Compilation) : null;
        if (cell.NeedsLibrary && torn is not null) return new(cell, null, null, [TornError(torn)]);
        if (cell.NeedsLibrary && !library.Errors.IsEmpty) return new(cell, null, null, library.Errors);
        if (scope.IsWide && library.Errors.Any(e => !e.Id.StartsWith("CS", StringComparison.Ordinal)))
            return new(cell, null, null, library.Errors);
        if (torn is not null || !library.Errors.IsEmpty) return Whole();
        var own = new CellLibrary(cell.Name, library);
        if (!cell.HasScript) return new(cell, own, null, []);

        var replaced = references.LibrariesWith(own.TypeNames).Select(l => l.Reference).ToHashSet();
        var rest = CellSyntax.ParseScript(cell.ScriptText(), cell.Name, cell.Version);
        var script = EmitScript(rest, guarded, scope.With(own.Reference, hidden: replaced), cancellation);
        return new(cell, own, script, script.Errors);

        CompiledCell Whole()
        {
            var whole = EmitScript(cell.Tree, guarded, scope, cancellation);
            return new(cell, null, whole, whole.Errors);
        }
    }

    /// <summary>The assemblies of namespaces that a cell opens, where the small set has none of them.</summary>
    /// <remarks>Later submissions look an opened namespace up among their own references, whether anything of it was used or not,
    /// and fail where it is not there.</remarks>
    private IEnumerable<MetadataReference> Opened(CSharpCompilation compilation, CancellationToken cancellation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var directive in ((CompilationUnitSyntax)tree.GetRoot(cancellation)).Usings)
            {
                if (compilation.GetSemanticModel(tree)
                    .GetSymbolInfo(directive.NamespaceOrType, cancellation).Symbol is not INamespaceSymbol opened) continue;
                var homes = opened.ConstituentNamespaces.Select(n => n.ContainingAssembly).OfType<IAssemblySymbol>()
                    .Select(compilation.GetMetadataReference).OfType<MetadataReference>().ToList();
                if (!homes.Exists(references.HasSmall)) foreach (var home in homes) yield return home;
            }
        }
    }

    private CSharpCompilationOptions OptionsWith(ImmutableArray<string> usings) =>
        LibraryOptions.WithUsings(usings).WithScriptClassName($"Cell_{_count}");

    /// <summary>An older library of which this one declares some types anew, but not all: it can neither stay in sight nor go.</summary>
    private CellLibrary? TornLibrary(CSharpCompilation newer)
    {
        var names = CellLibrary.NamesIn(newer.Assembly.GlobalNamespace);
        return references.LibrariesWith(names).FirstOrDefault(l => !l.TypeNames.IsSubsetOf(names));
    }

    private static CellDiagnostic TornError(CellLibrary older) => new(
        "QS0001",
        $"{older.CellName} declared some of these types together with others "
        + $"({string.Join(", ", older.TypeNames.Select(n => n[..n.IndexOf('`')]))}). "
        + "Extensions and namespaces can be declared again only with everything that stood in their cell: "
        + $"run {older.CellName} again, changed as you like.",
        1,
        1,
        1);

    private EmittedAssembly EmitScript(SyntaxTree tree, bool guarded, Scope scope, CancellationToken cancellation)
    {
        var compilation = CSharpCompilation.CreateScriptCompilation($"cell-{_count}", tree, scope.References, OptionsWith(scope.Usings),
            Previous, typeof(object)).Bind();
        var always = TupleNames.InDisplays(tree, compilation);
        if (swap is not null) always.Add(CorrectedCalls.In(tree, compilation, swap));
        var emitted = Emit(always);
        if (emitted.Errors.IsEmpty || !StackLocals.MayCause(emitted.Errors, tree.ToString())) return emitted;
        if (StackLocals.In(tree, compilation.GetSemanticModel(tree)) is not { } edits) return emitted;
        var mended = Emit(edits);
        return mended.Errors.Length < emitted.Errors.Length ? mended : emitted;

        EmittedAssembly Emit(TextEdits always) => GuardedEmit.Emit(compilation, tree, Parse, always, guarded, scope.IsWide, cancellation);

        SyntaxTree Parse(string text) => CellSyntax.ParseScript(text, tree.FilePath, ((CSharpParseOptions)tree.Options).LanguageVersion);
    }

    private EmittedAssembly EmitLibrary(CellSyntax cell, bool guarded, Scope scope, CancellationToken cancellation)
    {
        var tree = CellSyntax.ParseLibrary(cell.TypesText(), cell.Name, cell.Version);
        var imports = CellSyntax.ParseLibrary(string.Join('\n', GlobalUsings(scope)), "usings", cell.Version);
        var compilation = CSharpCompilation.Create($"types-{_count}", [tree, imports], scope.References, LibraryOptions).Bind();
        var publish = PublicTypes.In((CompilationUnitSyntax)tree.GetRoot());
        if (swap is not null) publish.Add(CorrectedCalls.In(tree, compilation, swap));
        if (!cell.HasPartialTypes) return Emit(compilation);
        var published = compilation.ReplaceSyntaxTree(
            tree, CellSyntax.ParseLibrary(publish.Apply(tree.ToString()), cell.Name, cell.Version));
        var (trees, diagnostics) = references.Generators.Run(published, cancellation);
        var library = Emit(compilation.AddSyntaxTrees(trees));
        return library with
        {
            Errors = [.. CellDiagnostic.Errors(diagnostics, tree, publish), .. library.Errors],
            Warnings = [.. library.Warnings, .. CellDiagnostic.Warnings(diagnostics, tree, publish)],
        };

        EmittedAssembly Emit(CSharpCompilation types) =>
            GuardedEmit.Emit(types, tree, text => CellSyntax.ParseLibrary(text, cell.Name, cell.Version), publish,
                guarded, scope.IsWide, cancellation);
    }

    private IEnumerable<string> GlobalUsings(Scope scope) =>
        scope.Usings.Select(u => u == StaticUsing ? $"global using static {u};" : $"global using {u};").Concat(_usings);

    /// <summary>A type that names a function or nested type of the script only compiles inside it.</summary>
    private bool UsesScriptNames(CellSyntax cell) =>
        _scriptNames.Count > 0 && cell.Types.Any(t => _scriptNames.Contains(NameOf(t))
            || t.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && _scriptNames.Contains(token.Text)));

    /// <summary>What a cell is compiled against.</summary>
    private sealed record Scope(IReadOnlyList<MetadataReference> References, ImmutableArray<string> Usings)
    {
        /// <summary>Whether it is all there is, so that an error in it is the cell's own.</summary>
        public bool IsWide { get; init; }

        /// <summary>With one reference more, and others out of sight.</summary>
        public Scope With(MetadataReference added, HashSet<MetadataReference> hidden) =>
            this with
            {
                References =
                [.. References.Where(r => !hidden.Contains(r)), .. hidden.Select(r => r.WithAliases(["hidden"])), added]
            };
    }

    private static string NameOf(MemberDeclarationSyntax type) => type switch
    {
        BaseTypeDeclarationSyntax declaration => declaration.Identifier.Text,
        DelegateDeclarationSyntax declaration => declaration.Identifier.Text,
        _ => "",
    };
}

/// <summary>A cell as assemblies, or the errors that prevented it.</summary>
/// <param name="Syntax">The cell.</param>
/// <param name="Library">Its types, when they stand in a library. Its own script and later cells must get the same reference:
/// another one of the same image would have other types.</param>
/// <param name="Script">The rest; null when there is none.</param>
/// <param name="Errors">Empty when it compiled.</param>
internal sealed record CompiledCell(CellSyntax Syntax, CellLibrary? Library, EmittedAssembly? Script, ImmutableArray<CellDiagnostic> Errors)
{
    /// <summary>What it consists of.</summary>
    public IEnumerable<EmittedAssembly> Assemblies => new[] { Library?.Assembly, Script }.OfType<EmittedAssembly>();
}
