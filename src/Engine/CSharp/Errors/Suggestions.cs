using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using Qiansi.Engine.CSharp.Compiling;
using Qiansi.Engine.CSharp.Language.Completion;
using Qiansi.Engine.Directives;

namespace Qiansi.Engine.CSharp.Errors;

/// <summary>What the author of a name that the compiler does not know may have meant: the using that is missing,
/// or a name one slip away.</summary>
internal static class Suggestions
{
    private const int MostErrors = 5;

    // Of names that begin with what was written, those that go on for long were not meant.
    private const int LongestEnding = 4;

    // Classes whose members old notebooks, and people from Python, write without the class.
    private static readonly string[] StaticClasses =
        ["Microsoft.DotNet.Interactive.Formatting.PocketViewTags", "System.Console", "System.Math", "Qiansi.torch"];

    /// <summary>The errors, each with its suggestion where there is one.</summary>
    public static ImmutableArray<CellDiagnostic> AddTo(
        ImmutableArray<CellDiagnostic> errors, CSharpCompilation compilation, SyntaxTree tree, CancellationToken cancellation)
    {
        var model = compilation.GetSemanticModel(tree);
        return [.. errors.Select((e, i) => i < MostErrors ? e with { Suggestion = Of(e, model, tree, cancellation) } : e)];
    }

    private static string? Of(CellDiagnostic error, SemanticModel model, SyntaxTree tree, CancellationToken cancellation)
    {
        if (error.Id is "CS8795" or "CS0534" && tree.Options.Kind == SourceCodeKind.Script)
        {
            return "If a source generator is to write it: generators see types that stand for themselves, "
                + "and this one uses a function, or a type, of the notebook's script.";
        }

        if (error.Id is not ("CS0103" or "CS0117" or "CS0234" or "CS0246" or "CS1061" or "CS1929") || error.Line == 0) return null;
        var start = tree.GetText(cancellation).Lines[error.Line - 1].Start + error.Column - 1;
        var node = tree.GetRoot(cancellation).FindNode(new TextSpan(start, error.Length));
        // An extension for other receivers: the error stands at the receiver.
        var name = error.Id == "CS1929" ? (node.Parent as MemberAccessExpressionSyntax)?.Name
            : node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>()
                .LastOrDefault(n => model.GetSymbolInfo(n, cancellation).Symbol is null);
        if (name is null) return null;
        var written = name.Identifier.ValueText;
        var container = ContainerOf(name, model);
        if (container is null)
        {
            if (ForeignNames.Find(written) is { } own) return own;
            if (MissingUsing(written, model, start) is { } missing) return missing;
            if (name.FirstAncestorOrSelf<UsingDirectiveSyntax>() is { } directive)
                return $"If it comes from a package, write first: #r \"nuget: {directive.NamespaceOrType}\"";
        }
        else if (error.Id == "CS1061" && container is ITypeSymbol type
            && MissingExtension(written, type, model.Compilation) is { } extension)
        {
            return extension;
        }

        var names = model.LookupSymbols(start, container, includeReducedExtensionMethods: container is ITypeSymbol)
            .Where(s => s.CanBeReferencedByName).Select(s => s.Name).Distinct();
        var near = NearestNames.Of(written, names.Where(n => n != written && n.Length <= written.Length + LongestEnding));
        return near.Count > 0 ? $"Did you mean {string.Join(" or ", near.Take(2))}?" : null;
    }

    private static INamespaceOrTypeSymbol? ContainerOf(SimpleNameSyntax name, SemanticModel model)
    {
        SyntaxNode? owner = name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => access.Expression,
            QualifiedNameSyntax qualified when qualified.Right == name => qualified.Left,
            MemberBindingExpressionSyntax => name.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
            _ => null,
        };
        if (owner is null) return null;
        return model.GetSymbolInfo(owner).Symbol as INamespaceOrTypeSymbol ?? model.GetTypeInfo(owner).Type;
    }

    private static string? MissingUsing(string written, SemanticModel model, int position)
    {
        var types = UnimportedTypes.Named(written, model, position).Select(t => t.ContainingNamespace.ToDisplayString()).Distinct()
            .OrderBy(n => !n.StartsWith("System", StringComparison.Ordinal)).Take(3).ToList();
        if (types.Count > 0) return $"It is in {string.Join(" and in ", types)}: write using {types[0]};";
        var home = StaticClasses.Select(model.Compilation.GetTypeByMetadataName)
            .FirstOrDefault(t => t is not null && t.GetMembers(written).Any(m => m.IsStatic));
        if (home is null) return null;
        var opening = $"using static {home.ToDisplayString()};";
        return home.Name == "PocketViewTags"
            ? $"It is a tag of PocketView: write {opening}" : $"Did you mean {home.Name}.{written}? (Or write {opening})";
    }

    private static string? MissingExtension(string written, ITypeSymbol receiver, Compilation compilation)
    {
        var spaces = new Stack<INamespaceSymbol>([compilation.GlobalNamespace]);
        while (spaces.TryPop(out var space))
        {
            foreach (var inner in space.GetNamespaceMembers()) spaces.Push(inner);
            foreach (var type in space.GetTypeMembers()
                .Where(t => t.IsStatic && t.MightContainExtensionMethods && t.DeclaredAccessibility == Accessibility.Public))
            {
                if (type.GetMembers(written).OfType<IMethodSymbol>()
                    .Any(m => m.IsExtensionMethod && m.ReduceExtensionMethod(receiver) is not null))
                    return $"It is an extension of {space.ToDisplayString()}: write using {space.ToDisplayString()};";
            }
        }

        return null;
    }
}
