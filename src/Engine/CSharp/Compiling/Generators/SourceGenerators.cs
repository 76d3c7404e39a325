using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Qiansi.Engine.CSharp.Compiling.Generators;

/// <summary>
/// The source generators of a session, which write the other part of <c>partial</c> types: <c>[GeneratedRegex]</c>,
/// <c>[JsonSerializable]</c>, <c>[LibraryImport]</c>, <c>[ObservableProperty]</c>.
/// </summary>
internal sealed class SourceGenerators
{
    private static readonly Lazy<ImmutableArray<ISourceGenerator>> Framework = new(() => Load(GeneratorFiles.OfFramework()));

    private ImmutableArray<ISourceGenerator> _ofPackages = [];

    /// <summary>Adds those that a package brings.</summary>
    public void AddPackage(string folder)
    {
        var files = GeneratorFiles.OfPackage(folder).ToList();
        if (files.Count > 0) _ofPackages = _ofPackages.AddRange(Load(files));
    }

    /// <summary>What the generators add to a compilation, and what they have to say about it.</summary>
    public (ImmutableArray<SyntaxTree> Trees, ImmutableArray<Diagnostic> Diagnostics) Run(
        CSharpCompilation compilation, CancellationToken cancellation)
    {
        var options = (CSharpParseOptions)compilation.SyntaxTrees[0].Options;
        var driver = CSharpGeneratorDriver.Create([.. Framework.Value, .. _ofPackages], parseOptions: options);
        var result = driver.RunGenerators(compilation, cancellation).GetRunResult();
        return (result.GeneratedTrees, result.Diagnostics);
    }

    private static ImmutableArray<ISourceGenerator> Load(IEnumerable<string> files)
    {
        var loader = new GeneratorLoader();
        var references = files.Select(f => new AnalyzerFileReference(f, loader)).ToList();
        foreach (var reference in references) loader.AddDependencyLocation(reference.FullPath);
        return [.. references.SelectMany(r => r.GetGenerators(LanguageNames.CSharp))];
    }
}
