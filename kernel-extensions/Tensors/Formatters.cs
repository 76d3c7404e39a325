using Microsoft.DotNet.Interactive.Formatting;

namespace Qiansi.Tensors;

/// <summary>Registers with the formatting package what a type shows.</summary>
internal static class Formatters
{
    /// <summary>Registers HTML and text; the functions are told whether the value stands inside another and should be brief.</summary>
    public static void Both(Type type, Func<object, bool, string> html, Func<object, bool, string> text)
    {
        Write(html, HtmlFormatter.MimeType);
        Write(text, PlainTextFormatter.MimeType);
        Formatter.SetPreferredMimeTypesFor(type, HtmlFormatter.MimeType, PlainTextFormatter.MimeType);

        void Write(Func<object, bool, string> render, string mediaType) => Formatter.Register(
            type,
            (object value, FormatContext context) =>
            {
                context.Writer.Write(render(value, context.Depth > 1));
                return true;
            },
            mediaType);
    }

    /// <summary>Registers HTML and text of a type.</summary>
    public static void Both<T>(Func<T, bool, string> html, Func<T, bool, string> text) =>
        Both(typeof(T), (value, isInside) => html((T)value, isInside), (value, isInside) => text((T)value, isInside));

    /// <summary>One line as HTML.</summary>
    public static string Span(string line) => $"<span>{MarkupText.Escape(line)}</span>";
}
