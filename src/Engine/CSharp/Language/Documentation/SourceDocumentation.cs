using System.Globalization;

namespace Qiansi.Engine.CSharp.Language.Documentation;

/// <summary>Gives a referenced image the documentation comments of the source it was emitted from.</summary>
internal sealed class SourceDocumentation : DocumentationProvider
{
    private readonly Dictionary<string, string> _comments;

    private SourceDocumentation(Dictionary<string, string> comments) => _comments = comments;

    /// <summary>The comments in a compilation's source, or null when it has none. Copied:
    /// holding the compilation would hold all it has bound.</summary>
    public static SourceDocumentation? Of(Compilation compilation)
    {
        if (!compilation.SyntaxTrees.Any(tree => tree.ToString().Contains("///", StringComparison.Ordinal))) return null;

        var comments = new Dictionary<string, string>();
        Collect(compilation.Assembly.GlobalNamespace, comments);
        return comments.Count == 0 ? null : new SourceDocumentation(comments);
    }

    /// <inheritdoc />
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc />
    public override int GetHashCode() => _comments.GetHashCode();

    /// <inheritdoc />
    protected override string? GetDocumentationForSymbol(
        string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default) =>
            _comments.GetValueOrDefault(documentationMemberID);

    private static void Collect(INamespaceOrTypeSymbol container, Dictionary<string, string> comments)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is not INamespaceSymbol && member.GetDocumentationCommentId() is { } id
                && member.GetDocumentationCommentXml() is { Length: > 0 } comment)
                comments[id] = comment;
            if (member is INamespaceOrTypeSymbol inner) Collect(inner, comments);
        }
    }
}
