using System.Xml.Linq;

namespace Qiansi.Trees.Adapters;

/// <summary>XML: elements with their attributes, and text.</summary>
internal static class XmlAdapter
{
    /// <summary>The tree of an element or document.</summary>
    public static TreeItem Read(XContainer xml) => xml is XDocument document
        ? Element(document.Root ?? throw new ArgumentException("The XML document has no root element."))
        : Element((XElement)xml);

    private static TreeItem Element(XElement element)
    {
        var name = $"<{element.Name.LocalName}>";
        var lines = element.Attributes().Where(a => !a.IsNamespaceDeclaration).Select(a => $"{a.Name.LocalName}=\"{a.Value}\"");
        var isText = !element.HasElements && element.Value.Trim().Length > 0;
        return new(string.Join('\n', isText ? [name, .. lines, element.Value.Trim()] : lines.Prepend(name)), element)
        {
            Children = isText ? [] : element.Nodes().Select(Node).OfType<TreeItem>(),
        };
    }

    private static TreeItem? Node(XNode node) => node switch
    {
        XElement element => Element(element),
        XText text when text.Value.Trim() is { Length: > 0 } trimmed => new(trimmed, text) { Shape = NodeShape.Text },
        _ => null,
    };
}
