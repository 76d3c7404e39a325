using System.Collections.Concurrent;
using System.Xml.Linq;

namespace Qiansi.Engine.CSharp.Language.Documentation;

/// <summary>Finds a symbol's documentation comment: in the source of earlier cells, in the file beside its assembly,
/// in the framework's reference pack.</summary>
internal static class DocumentationFinder
{
    private const int DeepestInheritance = 8;

    private static readonly ConcurrentDictionary<(string File, string Id), string> Read = new();

    /// <summary>The comment, with <c>inheritdoc</c> resolved, or null when there is none.</summary>
    public static XElement? Find(ISymbol symbol, Compilation compilation, CancellationToken cancellation) =>
        Find(symbol, compilation, 0, cancellation);

    private static XElement? Find(ISymbol symbol, Compilation compilation, int depth, CancellationToken cancellation)
    {
        var definition = Definition(symbol);
        if (Parse(Source(definition, compilation, cancellation)) is not { } comment)
            return definition is IMethodSymbol { MethodKind: MethodKind.Constructor, IsImplicitlyDeclared: true }
                or { IsImplicitlyDeclared: true } && definition.ContainingType is { } type && depth == 0
                ? Find(type, compilation, depth + 1, cancellation) : null;

        if (comment.Descendants("inheritdoc").FirstOrDefault() is not { } inherit || depth == DeepestInheritance) return comment;
        var inherited =
            InheritedFrom(inherit, definition, compilation) is { } origin ? Find(origin, compilation, depth + 1, cancellation) : null;
        if (inherited is null) return comment;

        // What the member says itself stands before what it inherits.
        foreach (var own in comment.Elements()
            .Where(element => element.Name != "inheritdoc" && !element.Descendants("inheritdoc").Any()))
        {
            inherited.Elements(own.Name).Where(other => (string?)other.Attribute("name") == (string?)own.Attribute("name")).Remove();
            inherited.AddFirst(own);
        }

        return inherited;
    }

    private static ISymbol Definition(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { ReducedFrom: { } extension } => extension.OriginalDefinition,
        IMethodSymbol { AssociatedSymbol: { } associated } => associated.OriginalDefinition,
        IAliasSymbol alias => alias.Target,
        _ => symbol.OriginalDefinition,
    };

    private static string? Source(ISymbol symbol, Compilation compilation, CancellationToken cancellation)
    {
        var text = symbol.GetDocumentationCommentXml(expandIncludes: true, cancellationToken: cancellation);
        if (!string.IsNullOrWhiteSpace(text)) return text;
        if (symbol.ContainingAssembly is not { } assembly || symbol.GetDocumentationCommentId() is not { } id) return null;

        if (compilation.GetMetadataReference(assembly) is PortableExecutableReference { FilePath: { } path }
            && Path.ChangeExtension(path, ".xml") is var beside && File.Exists(beside))
            return ReadOnce(beside, id);
        return symbol is not INamespaceSymbol && ReferencePacks.FindFile(OutermostType(symbol)) is { } pack ? ReadOnce(pack, id) : null;
    }

    private static string? ReadOnce(string file, string id)
    {
        var found = Read.GetOrAdd((file, id), static key => DocumentationFile.ReadMember(key.File, key.Id) ?? "");
        return found.Length == 0 ? null : found;
    }

    private static string OutermostType(ISymbol symbol)
    {
        var type = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        while (type?.ContainingType is { } outer) type = outer;
        if (type is null) return symbol.MetadataName;
        return type.ContainingNamespace.IsGlobalNamespace
            ? type.MetadataName : $"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}";
    }

    private static XElement? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        try
        {
            var root = XElement.Parse(text, LoadOptions.PreserveWhitespace);

            // A record's or property's accessor comes as <doc>, a source comment without <member> when it is malformed.
            return root.Name == "doc" ? root.Element("member") ?? root : root;
        }
        catch (System.Xml.XmlException)
        {
            // A comment that is no XML is its author's plain text.
            return new XElement("member", new XElement("summary", text));
        }
    }

    private static ISymbol? InheritedFrom(XElement inherit, ISymbol symbol, Compilation compilation)
    {
        if ((string?)inherit.Attribute("cref") is { } reference)
            return DocumentationCommentId.GetFirstSymbolForDeclarationId(reference, compilation);
        switch (symbol)
        {
            case INamedTypeSymbol type:
                return type.BaseType is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) } parent
                    ? parent : type.Interfaces.FirstOrDefault();
            case IMethodSymbol { MethodKind: MethodKind.Constructor } constructor:
                return constructor.ContainingType.BaseType?.InstanceConstructors.FirstOrDefault(other =>
                    other.Parameters.Length == constructor.Parameters.Length);
            case IMethodSymbol { OverriddenMethod: { } overridden }: return overridden;
            case IPropertySymbol { OverriddenProperty: { } overridden }: return overridden;
            case IEventSymbol { OverriddenEvent: { } overridden }: return overridden;
        }

        if (symbol.ContainingType is not { } container) return null;
        foreach (var member in container.AllInterfaces.SelectMany(implemented => implemented.GetMembers()))
        {
            if (SymbolEqualityComparer.Default.Equals(container.FindImplementationForInterfaceMember(member), symbol)) return member;
        }

        return null;
    }
}
