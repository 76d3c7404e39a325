using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Qiansi.Engine.CSharp.Language.Documentation;

/// <summary>Gives a referenced image the documentation comments of the compilation it was emitted from.</summary>
/// <remarks>For libraries made from cells: <c>MetadataReference.CreateFromImage(image, documentation: new SourceDocumentation(compilation))</c>.</remarks>
internal sealed class SourceDocumentation(Compilation compilation) : DocumentationProvider
{
    /// <inheritdoc />
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc />
    public override int GetHashCode() => compilation.GetHashCode();

    /// <inheritdoc />
    protected override string? GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default) =>
        DocumentationCommentId.GetFirstSymbolForDeclarationId(documentationMemberID, compilation)?.GetDocumentationCommentXml(preferredCulture, expandIncludes: true, cancellationToken);
}
