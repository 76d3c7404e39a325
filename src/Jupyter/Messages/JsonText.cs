using System.Text.Encodings.Web;
using System.Text.Json;

namespace Qiansi.Jupyter.Messages;

/// <summary>JSON string literals.</summary>
internal static class JsonText
{
    /// <summary>The literal of a text, quotes included.</summary>
    public static string Literal(string text) =>
        string.Concat("\"", JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(), "\"");
}
