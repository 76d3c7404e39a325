using Qiansi.Engine.Display;

namespace Microsoft.DotNet.Interactive;

/// <summary>Shows sequences as tables: <c>rows.DisplayTable()</c>.</summary>
public static class TableExtensions
{
    /// <summary>Shows a sequence as a table, whatever formatters its items have.</summary>
    /// <param name="value">Objects, tuples, dictionaries or scalars.</param>
    /// <param name="mimeTypes">Media types to show it as; <c>application/vnd.dataresource+json</c> and
    /// <c>text/csv</c> hold all rows.</param>
    public static DisplayedValue DisplayTable<T>(this IEnumerable<T> value, params string[] mimeTypes) =>
        DisplayedValue.ShowBundle(TableRenderer.Render(value, mimeTypes));
}
