namespace Qiansi.Engine.CSharp.State;

/// <summary>Which names a cell's functions mention: a variable of that name may be used as long as they live.</summary>
internal static class FunctionMentions
{
    /// <summary>All names inside functions, lambdas, queries and types of a cell; names after a dot are members and do not count.</summary>
    public static IReadOnlySet<string> In(CompilationUnitSyntax root)
    {
        var names = new HashSet<string>();
        foreach (var function in root.DescendantNodes(n => !IsFunction(n)).Where(IsFunction))
        {
            names.UnionWith(
                function.DescendantNodes().OfType<SimpleNameSyntax>().Where(n => !IsMemberName(n)).Select(n => n.Identifier.Text));
        }

        return names;
    }

    /// <summary>Name and parameter types of a function: overloads live side by side, the same signature hides the older function.</summary>
    public static string Signature(MethodDeclarationSyntax method) =>
        $"{method.Identifier.Text}`{method.TypeParameterList?.Parameters.Count ?? 0}("
        + $"{string.Join(',', method.ParameterList.Parameters.Select(p => p.Type?.ToString()))})";

    private static bool IsFunction(SyntaxNode node) => node is
        AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or
        BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax or QueryExpressionSyntax;

    private static bool IsMemberName(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name == name,
        MemberBindingExpressionSyntax => true,
        _ => false,
    };
}
