using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Qiansi.Documents;
using Qiansi.Engine.CSharp.Compiling;
using Qiansi.Tool.CSharp;
using Qiansi.Tool.Libraries;

namespace Qiansi.Tool.Programs;

/// <summary>The libraries of ours that a program needs, which every cell has and a program must name.</summary>
internal static class ProgramLibraries
{
    /// <summary>Names of the assemblies whose types or members a text uses.</summary>
    /// <param name="program">The program without its <c>#:</c> lines.</param>
    public static IReadOnlyList<string> UsedBy(string program)
    {
        string[] open = ["System", "System.Collections.Generic", "System.Linq", .. KernelExtensions.OpenLibraries];
        var usings = CSharpSyntaxTree.ParseText(string.Concat(open.Select(n => $"global using {n};\n")), CellLanguage.Regular());
        var tree = CSharpSyntaxTree.ParseText(program, CellLanguage.Regular());
        var options = new CSharpCompilationOptions(OutputKind.ConsoleApplication, allowUnsafe: true);
        var model = CSharpCompilation.Create("Program", [tree, usings], PlatformReferences.All, options).GetSemanticModel(tree);
        return [.. tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
            .Select(name => model.GetSymbolInfo(name).Symbol ?? model.GetSymbolInfo(name).CandidateSymbols.FirstOrDefault())
            .Select(symbol => symbol?.ContainingAssembly?.Name).OfType<string>()
            .Where(n => n.StartsWith("Qiansi.", StringComparison.Ordinal)).Distinct().Order()];
    }

    /// <summary>The namespaces among them that are open in every cell.</summary>
    public static IEnumerable<string> OpenIn(IEnumerable<string> libraries) => libraries.Intersect(KernelExtensions.OpenLibraries);

    /// <summary>Their projects in the clone that this program is of, seen from the file's folder.</summary>
    public static IEnumerable<string> Projects(IReadOnlyList<string> libraries, string path, List<string> warnings)
    {
        if (libraries.Count == 0) yield break;
        var clone = new DirectoryInfo(AppContext.BaseDirectory);
        while (clone is not null && !File.Exists(Path.Combine(clone.FullName, "src", "Tool", "Tool.csproj"))) clone = clone.Parent;
        foreach (var library in libraries)
        {
            var name = library["Qiansi.".Length..];
            var project = clone is null ? null : new[] { "src/Shared", "kernel-extensions", "src" }
                .Select(folder => Path.Combine(clone.FullName, folder, name, name + ".csproj")).FirstOrDefault(File.Exists);
            if (project is not null)
                yield return Path.GetRelativePath(Path.GetDirectoryName(Path.GetFullPath(path))!, project).Replace('\\', '/');
            else warnings.Add($"The program uses {library}, whose project was not found; add a line #:project with its path.");
        }
    }
}
