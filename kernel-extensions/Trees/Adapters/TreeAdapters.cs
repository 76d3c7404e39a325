using System.Collections;
using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace Qiansi.Trees.Adapters;

/// <summary>Finds the tree in a value.</summary>
internal static class TreeAdapters
{
    /// <summary>The root of the tree in a value.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static TreeItem Read(object value) => value switch
    {
        TreeItem item => item,
        JsonElement json => JsonAdapter.Read(json),
        JsonDocument json => JsonAdapter.Read(json.RootElement),
        JsonNode json => JsonAdapter.Read(json.Deserialize<JsonElement>()),
        XContainer xml => XmlAdapter.Read(xml),
        XmlNode xml => XmlAdapter.Read(XElement.Load(new XmlNodeReader(xml))),
        Expression expression => ExpressionAdapter.Read(expression),
        DirectoryInfo directory => DirectoryAdapter.Read(directory),
        Type type => TypeAdapter.Read(type),
        _ when SyntaxNodeAdapter.Takes(value) => SyntaxNodeAdapter.Read(value),
        _ when ChildrenByName.Of(value.GetType()) is not null => ObjectAdapter.Read(value),
        IEnumerable and not string => CollectionAdapter.Read(value, ""),
        _ => throw new ArgumentException(
            $"There is no tree in a {value.GetType().Name}: it has none of {ChildrenByName.Expected}. Say what its children are: "
                + "Tree.Of(root, x => …).", nameof(value)),
    };
}
