using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Qiansi.Engine.CSharp.Compiling;

namespace Qiansi.Tool.Exercises.Grading;

/// <summary>What C# cells declare for later cells, and what they use, read from their text alone.</summary>
internal static class CellNames
{
    /// <summary>A cell's syntax; what is not C# makes a tree with little in it.</summary>
    public static CompilationUnitSyntax Root(string source) =>
        (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(source, CellLanguage.Script()).GetRoot();

    /// <summary>Names that a cell declares at its top, in a namespace or as an alias: they stand before those of libraries in later
    /// cells.</summary>
    public static IEnumerable<string> Declared(string source)
    {
        var root = Root(source);
        var variables = root.Members.SelectMany(m => m.DescendantNodes(n => !HasNamesOfItsOwn(n)).Select(Variable)).OfType<string>();
        var aliases = root.DescendantNodes().OfType<UsingDirectiveSyntax>().Select(u => u.Alias?.Name.Identifier.ValueText)
            .OfType<string>();
        return [.. Members(root.Members).Select(m => m.Name), .. variables, .. aliases];
    }

    /// <summary>Functions that a cell declares, with their types as written: <c>double(double,int)</c>.</summary>
    public static IEnumerable<(string Name, string Signature)> Functions(string source) => Members(Root(source).Members)
        .Where(m => m.Signature is not null).Select(m => (m.Name, m.Signature!));

    /// <summary>Names that a cell uses without saying whose they are, and that are not of its own making.</summary>
    public static IEnumerable<string> Used(string source)
    {
        var nodes = Root(source).DescendantNodes().ToList();
        var own = nodes.Select(n => n switch
        {
            ParameterSyntax p => p.Identifier.ValueText,
            ForEachStatementSyntax f => f.Identifier.ValueText,
            LocalFunctionStatementSyntax f => f.Identifier.ValueText,
            MethodDeclarationSyntax m => m.Identifier.ValueText,
            BaseTypeDeclarationSyntax t => t.Identifier.ValueText,
            FromClauseSyntax f => f.Identifier.ValueText,
            LetClauseSyntax l => l.Identifier.ValueText,
            _ => Variable(n),
        }).OfType<string>();
        return nodes.OfType<SimpleNameSyntax>().Where(n => !IsBehindDot(n)).Select(n => n.Identifier.ValueText).Except(own);
    }

    /// <summary>Names of extension methods that a cell declares: on a nearer type they stand before those of libraries.</summary>
    public static IEnumerable<string> Extensions(string source) => Root(source).DescendantNodes().OfType<MethodDeclarationSyntax>()
        .Where(m => m.Parent is ExtensionBlockDeclarationSyntax
            || m.ParameterList.Parameters.FirstOrDefault()?.Modifiers.Any(SyntaxKind.ThisKeyword) == true)
        .Select(m => m.Identifier.ValueText);

    /// <summary>Names within the types that a cell declares, which <c>using static</c> opens.</summary>
    public static IEnumerable<string> OfTypes(string source) => Root(source).DescendantNodes().OfType<TypeDeclarationSyntax>()
        .SelectMany(t => Members(t.Members).Select(m => m.Name)
            .Concat(t.Members.SelectMany(m => m.ChildNodes()).OfType<VariableDeclarationSyntax>()
            .SelectMany(d => d.Variables).Select(v => v.Identifier.ValueText)));

    /// <summary>Whether a cell has a <c>using static</c>.</summary>
    public static bool OpensTypes(string source) => Root(source).DescendantNodes().OfType<UsingDirectiveSyntax>()
        .Any(u => u.StaticKeyword.IsKind(SyntaxKind.StaticKeyword));

    /// <summary>Names that a cell uses behind a dot.</summary>
    public static IEnumerable<string> UsedOfValues(string source) =>
        Root(source).DescendantNodes().OfType<SimpleNameSyntax>().Where(IsBehindDot).Select(n => n.Identifier.ValueText);

    private static string? Variable(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax v => v.Identifier.ValueText,
        SingleVariableDesignationSyntax d => d.Identifier.ValueText,
        _ => null,
    };

    private static bool HasNamesOfItsOwn(SyntaxNode node) => node is BaseTypeDeclarationSyntax or BaseMethodDeclarationSyntax
        or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BlockSyntax or ForStatementSyntax
            or CommonForEachStatementSyntax;

    private static bool IsBehindDot(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name == name,
        MemberBindingExpressionSyntax => true,
        QualifiedNameSyntax qualified => qualified.Right == name,
        NameColonSyntax or NameEqualsSyntax => true,
        _ => false,
    };

    private static IEnumerable<(string Name, string? Signature)> Members(IEnumerable<MemberDeclarationSyntax> all) =>
        all.SelectMany(m => m switch
    {
        BaseNamespaceDeclarationSyntax space => Members(space.Members).Append((space.Name.ToString().Split('.')[0], null)),
        BaseTypeDeclarationSyntax type => [(type.Identifier.ValueText, null)],
        DelegateDeclarationSyntax type => [(type.Identifier.ValueText, null)],
        MethodDeclarationSyntax method => [(method.Identifier.ValueText, Signature(method.ReturnType, method.ParameterList))],
        GlobalStatementSyntax { Statement: LocalFunctionStatementSyntax function } =>
            [(function.Identifier.ValueText, Signature(function.ReturnType, function.ParameterList))],
        PropertyDeclarationSyntax property => [(property.Identifier.ValueText, null)],
        _ => Array.Empty<(string, string?)>(),
    });

    private static string Signature(TypeSyntax result, ParameterListSyntax parameters) =>
        $"{Text(result)}({string.Join(",", parameters.Parameters.Select(p => p.Type is null ? "" : Text(p.Type)))})";

    private static string Text(TypeSyntax type) => type.WithoutTrivia().ToString().Replace(" ", "", StringComparison.Ordinal);
}
