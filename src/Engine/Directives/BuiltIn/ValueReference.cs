using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Qiansi.Engine.Directives.BuiltIn;

/// <summary>What may stand for a value in a directive: a literal, <c>@language:name</c>,
/// <c>@input:prompt</c> or <c>@password:prompt</c>.</summary>
/// <remarks>A prompt may be JSON: <c>{"prompt": "Key", "type": "password", "saveAs": "key"}</c>; what is saved under a name is asked for
/// once a session.</remarks>
internal static class ValueReference
{
    private static readonly ConditionalWeakTable<ISession, ConcurrentDictionary<string, string>> Saved = [];

    /// <summary>The value that is meant, with the type of the variable it is to be given to.</summary>
    /// <remarks>Literals: whole numbers are <c>int</c> or <c>long</c>, other numbers <c>double</c>; <c>true</c>,
    /// <c>false</c> and <c>null</c>; JSON objects and arrays are <see cref="JsonElement"/>; all else is text.</remarks>
    /// <exception cref="DirectiveException">There is no such language or variable.</exception>
    /// <exception cref="InputUnavailableException">There is nobody to ask.</exception>
    public static async Task<(object? Value, Type Type)> ResolveAsync(string text, ICellContext context)
    {
        if (text is not ['@', _, ..]) return Literal(text);
        var colon = text.IndexOf(':');
        var source = colon < 0 ? text[1..] : text[1..colon];
        var rest = colon < 0 ? "" : text[(colon + 1)..];
        if (source is "input" or "password") return await Ask(rest, source == "password", context);
        if (colon < 0)
            throw new DirectiveException(
                $"'{text}' is not understood; write @language:name, @input:prompt, @password:prompt, or a literal.");
        var found = await VariableNames.FindAsync(rest, source, context);
        return (found.Value, found.Type);
    }

    private static async Task<(object? Value, Type Type)> Ask(string prompt, bool password, ICellContext context)
    {
        string? saveAs = null;
        if (prompt.StartsWith('{') && Parse(prompt) is { } json)
        {
            password |= Text("type") == "password";
            saveAs = Text("saveAs");
            prompt = Text("prompt") ?? "";

            string? Text(string name) =>
                json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }

        var saved = Saved.GetOrCreateValue(context.Session);
        if (saveAs is null
            || !saved.TryGetValue(saveAs, out var answer)) answer = await context.Output.ReadInputAsync(prompt, password,
            context.Cancellation);
        if (saveAs is not null) saved[saveAs] = answer;
        return password ? (new Microsoft.DotNet.Interactive.PasswordString(answer), typeof(Microsoft.DotNet.Interactive.PasswordString))
            : (answer, typeof(string));
    }

    private static (object? Value, Type Type) Literal(string text)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var small)) return (small, typeof(int));
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var large)) return (large, typeof(long));
        if (text.Length > 0 && (char.IsAsciiDigit(text[0]) || text[0] is '-' or '.')
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real)) return (real, typeof(double));
        return text switch
        {
            "true" => (true, typeof(bool)),
            "false" => (false, typeof(bool)),
            "null" => (null, typeof(object)),
            ['{' or '[', ..] when Parse(text) is { } json => (json, typeof(JsonElement)),
            _ => (text, typeof(string)),
        };
    }

    private static JsonElement? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // Text that merely begins like JSON is text.
            return null;
        }
    }
}
