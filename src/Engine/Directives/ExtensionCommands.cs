using System.Text.Json;
using System.Text.Json.Serialization;

namespace Qiansi.Engine.Directives;

/// <summary>Commands of extensions made for .NET Interactive, out of what is written behind their directives.</summary>
internal static class ExtensionCommands
{
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>A command whose properties are those given.</summary>
    /// <exception cref="ArgumentException">They do not make one.</exception>
    public static object Make(Type command, IReadOnlyDictionary<string, object> given)
    {
        try
        {
            return JsonSerializer.SerializeToElement(given).Deserialize(command, Options)!;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw new ArgumentException(e.Message, e);
        }
    }
}
