using Microsoft.CodeAnalysis.Text;

namespace Qiansi.Engine.CSharp.Compiling;

/// <summary>Which C# cells are written in: what <c>dotnet run</c> of this framework's SDK takes,
/// so that what compiles there compiles here.</summary>
/// <remarks>
/// The compiler's own newest version is ahead of it, and takes words away from programs (<c>union</c>, <c>extension</c>).
/// A cell asks for another one as a file-based program does: <c>#:property LangVersion=preview</c>.
/// </remarks>
public static class CellLanguage
{
    /// <summary>The version that belongs to the framework this product is built for.</summary>
    public const LanguageVersion Default = LanguageVersion.CSharp14;

    /// <summary>How a cell's script is parsed.</summary>
    public static CSharpParseOptions Script(LanguageVersion version = Default) =>
        new(version, DocumentationMode.Parse, SourceCodeKind.Script);

    /// <summary>Parses a cell's script.</summary>
    internal static SyntaxTree ParseScript(SourceText text, LanguageVersion version = Default, string path = "",
        CancellationToken cancellation = default) =>
        TrailingWith.Mend(StatementWords.Mend(CSharpSyntaxTree.ParseText(text, Script(version), path, cancellation)));

    /// <summary>How an ordinary program or library is parsed.</summary>
    public static CSharpParseOptions Regular(LanguageVersion version = Default) => new(version, DocumentationMode.Parse);
}
