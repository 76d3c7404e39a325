using System.Collections;

namespace Qiansi.Contracts;

/// <summary>One value in several renderings, richest first: media type → text. Binary media types hold base64;
/// JSON media types hold JSON text.</summary>
/// <remarks>Follows the <c>data</c> dictionary of Jupyter messaging 5.4 and nbformat 4.5. The order of adding is kept.</remarks>
public sealed class MimeBundle : IEnumerable<KeyValuePair<string, string>>
{
    private readonly List<KeyValuePair<string, string>> _entries = [];

    /// <summary>Number of media types in the bundle.</summary>
    public int Count => _entries.Count;

    /// <summary>The text stored for a media type, or null when the bundle has none.</summary>
    public string? this[string mediaType]
    {
        get => _entries.Find(e => e.Key == mediaType).Value;
        set
        {
            _entries.RemoveAll(e => e.Key == mediaType);
            if (value is not null) _entries.Add(new(mediaType, value));
        }
    }

    /// <summary>Adds or replaces one rendering.</summary>
    public void Add(string mediaType, string value) => this[mediaType] = value;

    /// <summary>A bundle with a single rendering.</summary>
    public static MimeBundle Of(string mediaType, string value) => new() { { mediaType, value } };

    /// <summary>A bundle with only <c>text/plain</c>.</summary>
    public static MimeBundle Plain(string text) => Of("text/plain", text);

    /// <summary>Whether values of this media type are JSON (and are nested as JSON, not as a string, in documents and messages).</summary>
    public static bool IsJson(string mediaType) =>
        mediaType.EndsWith("+json", StringComparison.Ordinal) || mediaType == "application/json";

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
