using Qiansi.Contracts;
using Qiansi.Runtime;

namespace Microsoft.DotNet.Interactive;

/// <summary>A text that is content of a media type already.</summary>
public sealed class FormattedValue(string mimeType, string value) : IRendered
{
    /// <summary>The media type.</summary>
    public string MimeType => mimeType;

    /// <summary>The content.</summary>
    public string Value => value;

    /// <summary>A value as its formatters show it, once for each media type; outside of a cell as plain text.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="mimeTypes">What its formatters prefer when none is given.</param>
    public static IReadOnlyList<FormattedValue> CreateManyFromObject(object? value, params string[] mimeTypes) =>
        [.. DisplayedValue.Rendered(CurrentCell.Context, value, mimeTypes).Select(e => new FormattedValue(e.Key, e.Value))];

    /// <summary>A value as one media type.</summary>
    public static FormattedValue CreateSingleFromObject(object? value, string mimeType = "text/plain") =>
        CreateManyFromObject(value, mimeType)[0];

    MimeBundle IRendered.Bundle => MimeBundle.Of(mimeType, value);

    /// <inheritdoc />
    public override string ToString() => $"{mimeType}: {value}";
}
