using System.Collections;
using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive.Formatting.TabularData;

namespace Qiansi.Engine.Display;

/// <summary>Renders a sequence as a table, also one of scalars.</summary>
internal static class TableRenderer
{
    private const string DataResource = "application/vnd.dataresource+json";

    /// <summary>The table as the media types asked for; HTML and text when none is.</summary>
    public static MimeBundle Render<T>(IEnumerable<T> rows, IReadOnlyList<string> mediaTypes)
    {
        var bundle = new MimeBundle();
        TableNode? table = null;
        TableNode Table() => table ??= Read(rows);
        foreach (var mediaType in mediaTypes.Count > 0 ? mediaTypes : ["text/html", "text/plain"])
        {
            bundle[mediaType] = mediaType switch
            {
                "text/html" => HtmlNodeWriter.Write(Table()),
                "text/plain" => PlainNodeWriter.Write(Table()),
                DataResource => Resource(rows),
                _ => ValueRenderer.Render(rows, [mediaType])[mediaType],
            };
        }

        return bundle;
    }

    private static TableNode Read(IEnumerable rows)
    {
        var builder = new NodeBuilder(PackageFormatters.Limits, new PackageFormatters());
        var (items, omitted) = SequenceNodes.Read(rows, builder.Limits.Items);
        return SequenceNodes.Rows(items, omitted is null ? null : $"… {omitted}", 0, builder);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string Resource<T>(IEnumerable<T> rows) => rows.ToTabularDataResource().ToJsonString().Value ?? "null";
}
