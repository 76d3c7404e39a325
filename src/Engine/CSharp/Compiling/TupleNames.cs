namespace Qiansi.Engine.CSharp.Compiling;

/// <summary>Finds the names of tuple elements in the type of a cell's last expression.</summary>
internal static class TupleNames
{
    private static readonly SymbolDisplayFormat Bare = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    private const string Shower = "Microsoft.DotNet.Interactive";

    /// <summary>The value, with the names where it holds tuples that have any.</summary>
    public static object? With(CompiledCell cell, object? value)
    {
        // Asked of the value first: most have no tuples, and binding the expression once more takes a while.
        if (value is null || !value.GetType().ToString().Contains("System.ValueTuple`", StringComparison.Ordinal)) return value;
        if (cell.Script is not { } script || script.Compilation.SyntaxTrees is not [var tree]) return value;
        if (((CompilationUnitSyntax)tree.GetRoot())
            .Members.LastOrDefault() is not GlobalStatementSyntax { Statement: ExpressionStatementSyntax last }) return value;
        var type = script.Compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type;
        return In(type) is { } names ? new NamedTuples(value, names) : value;
    }

    /// <summary>Gives what <c>display(x)</c> and <c>x.Display()</c> show the names of its tuples.</summary>
    public static TextEdits InDisplays(SyntaxTree tree, CSharpCompilation compilation)
    {
        var edits = new TextEdits();
        var model = new Lazy<SemanticModel>(() => compilation.GetSemanticModel(tree));
        foreach (var call in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            var shown = call switch
            {
                {
                    Expression: IdentifierNameSyntax { Identifier.Text: "display" }
                        or MemberAccessExpressionSyntax { Name.Identifier.Text: "display" },
                    ArgumentList.Arguments: [{ NameColon: null } first, ..],
                } => first.Expression,
                { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Display" } member } => member.Expression,
                _ => null,
            };
            if (shown is null || model.Value.GetSymbolInfo(call).Symbol?.ContainingNamespace.ToDisplayString() != Shower) continue;
            if (In(model.Value.GetTypeInfo(shown).Type) is not { } names) continue;
            edits.Insert(shown.SpanStart, "new global::Qiansi.Contracts.NamedTuples(");
            edits.Insert(shown.Span.End, $",\"{names}\")");
        }

        return edits;
    }

    /// <summary>The names in a type as <see cref="NamedTuples"/> takes them; null when there are none.</summary>
    private static string? In(ITypeSymbol? type)
    {
        var names = new Dictionary<string, string[]>();
        if (type is not null) Collect(type, names);
        return names.Count == 0 ? null : string.Join(';', names.Select(n => $"{n.Key}|{string.Join(',', n.Value)}"));
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
