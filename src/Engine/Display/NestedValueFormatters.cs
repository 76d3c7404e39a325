using Microsoft.DotNet.Interactive.Formatting;

namespace Qiansi.Engine.Display;

/// <summary>Hands a nested value to its own formatter, one level deeper.</summary>
internal sealed class NestedValueFormatters : ITypeFormatterSource
{
    /// <inheritdoc />
    public IEnumerable<ITypeFormatter> CreateTypeFormatters() =>
        [Formatter(HtmlFormatter.MimeType), Formatter(PlainTextFormatter.MimeType)];

    private static ITypeFormatter Formatter(string mediaType)
    {
        bool Write(NestedValue nested, FormatContext context)
        {
            nested.Value.FormatTo(context, mediaType);
            return true;
        }

        return mediaType == HtmlFormatter.MimeType ? new HtmlFormatter<NestedValue>(Write) : new PlainTextFormatter<NestedValue>(Write);
    }
}
