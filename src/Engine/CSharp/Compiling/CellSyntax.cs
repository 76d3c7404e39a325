using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Qiansi.Engine.CSharp.Compiling;

/// <summary>A parsed cell, and its division into type declarations and script.</summary>
internal sealed class CellSyntax
{
    private CellSyntax(string text, string name, LanguageVersion version)
    {
        (Text, Disposables) = UsingDeclarations.Parse(text, version);
        (Name, Version) = (name, version);
        Tree = ParseScript(Text, name, version);
        Root = (CompilationUnitSyntax)Tree.GetRoot();
        Types = [.. Root.Members.Where(IsType)];
    }

    /// <summary>The cell's C#, directives blanked.</summary>
    public string Text { get; }

    /// <summary>What traces call the cell.</summary>
    public string Name { get; }

    /// <summary>The C# it is written in.</summary>
    public LanguageVersion Version { get; }

    /// <summary>Variables declared with <c>using</c>, to be disposed when the cell has ended.</summary>
    public IReadOnlyList<string> Disposables { get; }

    /// <summary>All of it as a script.</summary>
    public SyntaxTree Tree { get; }

    /// <summary>Root of <see cref="Tree"/>.</summary>
    public CompilationUnitSyntax Root { get; }

    /// <summary>The top-level type and namespace declarations.</summary>
    public IReadOnlyList<MemberDeclarationSyntax> Types { get; }

    /// <summary>Whether script mode rejects the cell: namespaces, classes with extension methods, extension blocks.</summary>
    public bool NeedsLibrary =>
        Types.Any(t => t is BaseNamespaceDeclarationSyntax || (t is TypeDeclarationSyntax type && type.Members.Any(IsExtension)));

    /// <summary>Whether source generators may have something to add.</summary>
    public bool HasPartialTypes => Types.SelectMany(t => t.DescendantNodesAndSelf(n => n is not BaseMethodDeclarationSyntax))
        .OfType<TypeDeclarationSyntax>().Any(d => d.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>Whether anything is left for a script when the types are taken out.</summary>
    public bool HasScript => Root.Usings.Count > 0 || Root.Members.Count > Types.Count || Root.AttributeLists.Count > 0;

    /// <summary>Parses a cell.</summary>
    public static CellSyntax Parse(string text, string name, LanguageVersion version = CellLanguage.Default) => new(text, name, version);

    /// <summary>Parses script text.</summary>
    public static SyntaxTree ParseScript(string text, string name, LanguageVersion version = CellLanguage.Default) =>
        CellLanguage.ParseScript(SourceText.From(text, Encoding.UTF8), version, name);

    /// <summary>Parses text of a library.</summary>
    public static SyntaxTree ParseLibrary(string text, string name, LanguageVersion version = CellLanguage.Default) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), CellLanguage.Regular(version), name);

    /// <summary>The text with the type declarations blanked out, lines and columns kept.</summary>
    public string ScriptText() => Blank(Types);

    /// <summary>The text with everything but usings and type declarations blanked out, lines and columns kept.</summary>
    public string TypesText() => Blank(Root.Members.Where(m => !IsType(m)));

    private string Blank(IEnumerable<SyntaxNode> nodes)
    {
        var text = Text.ToCharArray();
        foreach (var node in nodes)
        {
            for (var i = node.SpanStart; i < node.Span.End; i++)
            {
                if (text[i] is not ('\n' or '\r')) text[i] = ' ';
            }
        }

        return new string(text);
    }

    private static bool IsType(MemberDeclarationSyntax member) =>
        member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or BaseNamespaceDeclarationSyntax;

    private static bool IsExtension(MemberDeclarationSyntax member) =>
        member.IsKind(SyntaxKind.ExtensionBlockDeclaration)
        || (member is MethodDeclarationSyntax { ParameterList.Parameters: [var first, ..] } && first.Modifiers.Any(SyntaxKind.ThisKeyword));
}
