using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Qiansi.Tool.Pages.Code;

/// <summary>Lets cells that declare a name anew stand in one script: from there on the name has another first letter, so no place in the text moves.</summary>
internal sealed class Redeclarations
{
    private const char FirstLetter = '\u4E00';
    private const int Letters = 20_000;

    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, char> _renamed = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>Takes in the next cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="code">Its text, in which names are changed.</param>
    public void Apply(CompilationUnitSyntax cell, char[] code)
    {
        foreach (var name in cell.Members.SelectMany(TopLevelNames).Distinct().ToList())
            if (!_declared.Add(name)) _renamed[name] = (char)(FirstLetter + _count++ % Letters);
        if (_renamed.Count == 0) return;
        foreach (var token in cell.DescendantTokens())
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.Text == token.ValueText && _renamed.TryGetValue(token.Text, out var letter) && !IsMember(token))
                code[token.SpanStart] = letter;
    }

    private static IEnumerable<string> TopLevelNames(MemberDeclarationSyntax member) => member switch
    {
        GlobalStatementSyntax or FieldDeclarationSyntax => member
            .DescendantNodes(n => n is not (BlockSyntax or AnonymousFunctionExpressionSyntax or ForStatementSyntax or CommonForEachStatementSyntax or UsingStatementSyntax))
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
    private static bool IsMember(SyntaxToken token)
    {
        var name = token.Parent as SimpleNameSyntax;
        if (name is not null && (name.Parent is MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax
            || (name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
            || (name.Parent is QualifiedNameSyntax qualified && qualified.Right == name)
            || (name.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment && assignment.Left == name))) return true;
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
