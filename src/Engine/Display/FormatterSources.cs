using System.Collections;
using System.Runtime.CompilerServices;

namespace Qiansi.Engine.Display;

/// <summary>Types that name their formatters themselves, by the package's <c>[TypeFormatterSource]</c> or an attribute of
/// the same name and shape.</summary>
internal static class FormatterSources
{
    // Weak keys: having been shown must not keep a cell's type alive.
    private static readonly ConditionalWeakTable<Type, string[]> Known = [];

    /// <summary>Media types the type's own source has formatters for; empty without a source.</summary>
    public static string[] MediaTypes(Type type) => Known.GetValue(type, Read);

    private static string[] Read(Type type)
    {
        if (type.IsPrimitive || type.Namespace == "System") return [];
        List<string> mediaTypes = [];
        foreach (var attribute in type.GetCustomAttributes(inherit: true))
        {
            if (attribute.GetType().Name != "TypeFormatterSourceAttribute") continue;
            if (attribute.GetType().GetProperty("FormatterSourceType")?.GetValue(attribute) is not Type source) continue;
            var formatters = source.GetMethod("CreateTypeFormatters")?.Invoke(Activator.CreateInstance(source), null) as IEnumerable;
            foreach (var formatter in formatters ?? Array.Empty<object>())
            {
                if (formatter.GetType().GetProperty("MimeType")?.GetValue(formatter) is string mediaType) mediaTypes.Add(mediaType);
            }
        }

        return [.. mediaTypes];
    }
}
