using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Qiansi.Engine.Display;

namespace Qiansi.Engine.CSharp.Compiling;

/// <summary>Finds the names of tuple elements in the type of a cell's last expression.</summary>
internal static class TupleNames
{
    private static readonly SymbolDisplayFormat Bare = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    /// <summary>The value, with the names where it holds tuples that have any.</summary>
    public static object? With(CompiledCell cell, object? value)
    {
        // Asked of the value first: most have no tuples, and binding the expression once more takes a while.
        if (value is null || !value.GetType().ToString().Contains("System.ValueTuple`", StringComparison.Ordinal)) return value;
        if (cell.Script is not { } script || script.Compilation.SyntaxTrees is not [var tree]) return value;
        if (((CompilationUnitSyntax)tree.GetRoot()).Members.LastOrDefault() is not GlobalStatementSyntax { Statement: ExpressionStatementSyntax last }) return value;
        var names = new Dictionary<string, string[]>();
        if (script.Compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type is { } type) Collect(type, names);
        return names.Count == 0 ? value : new NamedTuples(value, names);
    }

    private static void Collect(ITypeSymbol type, Dictionary<string, string[]> names)
    {
        if (type is IArrayTypeSymbol array) Collect(array.ElementType, names);
        if (type is not INamedTypeSymbol named) return;
        if (named.IsTupleType && named.TupleElements.Any(e => e.IsExplicitlyNamedTupleElement))
            names.TryAdd(NameOf(named), [.. named.TupleElements.Select(e => e.Name)]);
        foreach (var argument in named.IsTupleType ? named.TupleElements.Select(e => e.Type)
            : named.TypeArguments) Collect(argument, names);
    }

    private static string NameOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsTupleType: true } tuple ? $"({string.Join(", ", tuple.TupleElements.Select(e => NameOf(e.Type)))})"
            : type.ToDisplayString(Bare);
}
