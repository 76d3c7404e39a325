using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Qiansi.Tool.CSharp;

/// <summary>Lets cells that declare a name anew stand in one text: from there on the name is another.</summary>
/// <param name="rename">The other name, of the name and how often it has been declared.</param>
internal sealed class Redeclarations(Func<string, int, string> rename)
{
    private readonly Dictionary<string, int> _declared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _renamed = new(StringComparer.Ordinal);

    /// <summary>Takes in the next cell; answers which of its names are to be changed, and to what.</summary>
    public List<(SyntaxToken Token, string Name)> Apply(CompilationUnitSyntax cell)
    {
        foreach (var name in cell.Members.SelectMany(TopLevelNames).Distinct())
        {
            var occurrence = _declared[name] = _declared.GetValueOrDefault(name) + 1;
            if (occurrence > 1) _renamed[name] = rename(name, occurrence);
        }

        var changed = new List<(SyntaxToken, string)>();
        if (_renamed.Count == 0) return changed;
        foreach (var token in cell.DescendantTokens())
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.Text == token.ValueText
                && _renamed.TryGetValue(token.Text, out var name) && !IsMember(token))
                changed.Add((token, name));
        return changed;
    }

    /// <summary>Names that a part of a cell declares for all later cells.</summary>
    public static IEnumerable<string> TopLevelNames(MemberDeclarationSyntax member) => member switch
    {
        GlobalStatementSyntax or FieldDeclarationSyntax => member
            .DescendantNodes(n => n is not (BlockSyntax or AnonymousFunctionExpressionSyntax or ForStatementSyntax
                or CommonForEachStatementSyntax or UsingStatementSyntax))
            .Select(NameOf).OfType<string>(),
        _ => NameOf(member) is { } name ? [name] : [],
    };

    private static string? NameOf(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.Text,
        SingleVariableDesignationSyntax variable => variable.Identifier.Text,
        LocalFunctionStatementSyntax function => function.Identifier.Text,
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        DelegateDeclarationSyntax type => type.Identifier.Text,
        EnumMemberDeclarationSyntax member => member.Identifier.Text,
        ParameterSyntax parameter => parameter.Identifier.Text,
        _ => null,
    };

    /// <summary>Whether a token names a member of something, and not a name of the notebook.</summary>
    public static bool IsMember(SyntaxToken token)
    {
        var name = token.Parent as SimpleNameSyntax;
        if (name is not null && (name.Parent is MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax
            || (name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
            || (name.Parent is QualifiedNameSyntax qualified && qualified.Right == name)
            || (name.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment && assignment.Left == name)))
            return true;
        // A type's own name is one of the notebook's; inside, its members come before them.
        return token.Parent!.Ancestors().OfType<BaseTypeDeclarationSyntax>().Any(type => Members(type).Contains(token.Text));
    }

    private static IEnumerable<string?> Members(BaseTypeDeclarationSyntax type) => type switch
    {
        EnumDeclarationSyntax values => values.Members.Select(NameOf),
        TypeDeclarationSyntax { ParameterList: var parameters, Members: var members } =>
            members.SelectMany(m => m is BaseFieldDeclarationSyntax field ? field.Declaration.Variables.Select(NameOf) : [NameOf(m)])
                .Concat(parameters?.Parameters.Select(NameOf) ?? []),
        _ => [],
    };
}
