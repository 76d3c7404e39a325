using Qiansi.Contracts;

namespace Microsoft.DotNet.Interactive;

/// <summary>Shows any value from where it stands: <c>x.Display()</c>.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value below the cell.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="mimeTypes">Media types to show it as; what its formatters prefer when none is given.</param>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) => DisplayedValue.Show(value, mimeTypes);

    /// <summary>Shows a text that is content of a media type already.</summary>
    public static DisplayedValue DisplayAs(this string value, string mimeType) => DisplayedValue.ShowBundle(MimeBundle.Of(mimeType, value));

    /// <summary>Shows a value as one media type: <c>rows.DisplayAs("text/csv")</c>.</summary>
    public static DisplayedValue DisplayAs(this object? value, string mimeType) => DisplayedValue.Show(value, [mimeType]);
}
