using Qiansi.Contracts;

namespace Microsoft.DotNet.Interactive;

/// <summary>A text that is content of a media type already.</summary>
public sealed class FormattedValue(string mimeType, string value) : IRendered
{
    /// <summary>The media type.</summary>
    public string MimeType => mimeType;

    /// <summary>The content.</summary>
    public string Value => value;

    MimeBundle IRendered.Bundle => MimeBundle.Of(mimeType, value);

    /// <inheritdoc />
    public override string ToString() => $"{mimeType}: {value}";
}
