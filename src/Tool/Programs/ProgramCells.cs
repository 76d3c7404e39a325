using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Qiansi.Documents;
using Qiansi.Engine.CSharp.Compiling;
using Qiansi.Publishing.Code;
using Qiansi.Tool.CSharp;

namespace Qiansi.Tool.Programs;

/// <summary>Sorts what cells hold into the parts of a program.</summary>
/// <param name="warnings">Gets what a program has no place for.</param>
internal sealed partial class ProgramCells(List<string> warnings)
{
    private readonly Redeclarations _redeclarations = new((name, occurrence) => $"{name}_{occurrence}");
    private readonly HashSet<string> _variables = new(StringComparer.Ordinal);
    private readonly List<string> _usings = [];
    private readonly List<string> _packages = [];

    /// <summary>Using directives, each once.</summary>
    public IEnumerable<string> Usings => _usings.Distinct();

    /// <summary>Packages as <c>Name@Version</c>.</summary>
    public IEnumerable<string> Packages => _packages.Distinct();

    /// <summary>Statements and functions, in the order of the cells.</summary>
    public StringBuilder Statements { get; } = new();

    /// <summary>Types, which stand behind all statements.</summary>
    public StringBuilder Types { get; } = new();

    /// <summary>A text, as comment.</summary>
    public void AddText(string text) => Comment(text.Trim());

    /// <summary>A code cell.</summary>
    public void AddCode(string code, string language, int number)
    {
        foreach (var part in CellParts.Of(code.Replace("\r\n", "\n"), language))
        {
            if (part.IsCode && NotebookLanguages.Find(part.Language) == NotebookLanguages.CSharp)
            {
                AddCSharp(part.Text, number);
                continue;
            }

            if (part.IsCode && !string.IsNullOrWhiteSpace(part.Text))
                warnings.Add($"cell {number}: its {part.Language} code is a comment in the program.");
            Comment(part.Text.Trim('\n'));
        }
    }

    private void AddCSharp(string code, int number)
    {
        var tree = CSharpSyntaxTree.ParseText(Packaged().Replace(code, TakePackage), CellLanguage.Script());
        foreach (var directive in tree.GetCompilationUnitRoot().DescendantNodes(descendIntoTrivia: true).OfType<DirectiveTriviaSyntax>()
            .Where(d => d is ReferenceDirectiveTriviaSyntax or LoadDirectiveTriviaSyntax))
            warnings.Add(
                $"cell {number}: a program has no {directive.ToString().Trim()}; reference its project or package, or put the code in.");
        if (tree.GetDiagnostics().FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error) is { } error)
        {
            var reason = error.GetMessage(CultureInfo.InvariantCulture);
            warnings.Add($"cell {number}: its code does not parse ({reason}) and is a comment in the program.");
            Comment(code.Trim('\n'));
            return;
        }

        var names = _redeclarations.Apply(tree.GetCompilationUnitRoot()).ToDictionary(n => n.Token, n => n.Name);
        var root = tree.GetCompilationUnitRoot().ReplaceTokens(names.Keys, (token, _) =>
            SyntaxFactory.Identifier(token.LeadingTrivia, names[token], token.TrailingTrivia));
        _usings.AddRange(root.Usings.Select(u => u.WithGlobalKeyword(default).ToString()));
        _variables.UnionWith(root.Members.Where(m => m is FieldDeclarationSyntax or MethodDeclarationSyntax or GlobalStatementSyntax)
            .SelectMany(Redeclarations.TopLevelNames));
        Statements.Append('\n');
        foreach (var member in root.Members) Add(member, number);
    }

    private void Add(MemberDeclarationSyntax member, int number)
    {
        switch (member)
        {
            case GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } shown }:
                Write(Statements, Shown(shown));
                break;
            case GlobalStatementSyntax:
                Write(Statements, member.ToFullString());
                break;
            case FieldDeclarationSyntax field:
                Write(Statements, Local(field).ToFullString());
                break;
            case MethodDeclarationSyntax method:
                Write(Statements, WithoutModifiers(method, method.Modifiers).ToFullString());
                break;
            case BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or BaseNamespaceDeclarationSyntax:
                if (member.DescendantTokens().FirstOrDefault(UsesVariable).Text is { Length: > 0 } seen)
                    warnings.Add(
                        $"cell {number}: a type uses '{seen}', which types of a program cannot see; make it a static member of a class.");
                Write(Types, member.ToFullString() + "\n");
                break;
            default:
                warnings.Add($"cell {number}: '{member.ToString().Split('\n')[0]}' cannot stand outside a type in a program.");
                Comment(member.ToString());
                break;
        }
    }

    private bool UsesVariable(SyntaxToken token) =>
        token.Parent is IdentifierNameSyntax && _variables.Contains(token.Text) && !Redeclarations.IsMember(token);

    /// <summary>The last expression of a cell; whether it has a value, the compiler knows that runs the program.</summary>
    private static string Shown(ExpressionStatementSyntax shown)
    {
        var expression = shown.Expression.ToString();
        return shown.GetLeadingTrivia().ToFullString() + (shown.Expression switch
        {
            AwaitExpressionSyntax => expression + ";",
            { } e when e.DescendantNodes().Any(n => n is AwaitExpressionSyntax) => $"display({expression});",
            _ => $"Show(() => {expression});",
        }) + shown.GetTrailingTrivia().ToFullString();
    }

    /// <summary>A variable of the notebook is one of the program; one without a value begins with its type's own.</summary>
    private static FieldDeclarationSyntax Local(FieldDeclarationSyntax field)
    {
        var bare = WithoutModifiers(field, [.. field.Modifiers.Where(m => !m.IsKind(SyntaxKind.ConstKeyword))]);
        var empty = bare.Declaration.Variables.Where(v => v.Initializer is null);
        return bare.ReplaceNodes(
            empty, (v, _) => v.WithInitializer(SyntaxFactory.EqualsValueClause(SyntaxFactory.ParseExpression(" default!"))));
    }

    private static T WithoutModifiers<T>(T member, IEnumerable<SyntaxToken> modifiers)
        where T : MemberDeclarationSyntax
    {
        var trivia = member.GetLeadingTrivia();
        var drop = modifiers.Where(m => m.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.InternalKeyword
            or SyntaxKind.ProtectedKeyword or SyntaxKind.StaticKeyword or SyntaxKind.ReadOnlyKeyword).Select(m => m.Kind()).ToHashSet();
        return (T)member.WithModifiers(SyntaxFactory.TokenList(member.Modifiers.Where(m => !drop.Contains(m.Kind()))))
            .WithLeadingTrivia(trivia);
    }

    private string TakePackage(Match line)
    {
        if (line.Groups["kind"].Value == "i") warnings.Add($"{line.Value.Trim()}: name the source in a NuGet.config beside the program.");
        else
            _packages.Add(
                $"{line.Groups["name"].Value}@{(line.Groups["version"].Value.Trim() is { Length: > 0 } version ? version : "*")}");
        return "";
    }

    private void Comment(string text)
    {
        if (text.Length == 0) return;
        Statements.Append('\n');
        foreach (var line in text.Split('\n')) Statements.Append(line.Length == 0 ? "//" : "// ").Append(line.TrimEnd()).Append('\n');
    }

    private static void Write(StringBuilder text, string code) => text.Append(code.TrimEnd()).Append('\n');

    [GeneratedRegex("""^[ \t]*#(?<kind>[ri])[ \t]*"nuget:[ \t]*(?<name>[^",\n]+?)[ \t]*(,(?<version>[^"\n]*))?".*$""",
        RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Packaged();
}
