using System.Collections;
using System.Reflection;
using System.Text;
using Qiansi.Contracts;
using Qiansi.Jupyter.Messages;

namespace Qiansi.Jupyter.Tests.Messages;

/// <summary>Builds a message of any type from a seed, by the shape of its record,
/// so that a type added later is tested without being listed.</summary>
internal sealed class RandomMessages(int seed)
{
    private readonly Random _random = new(seed);

    public static readonly IReadOnlyList<Type> ContentTypes =
        [.. typeof(MessageContent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(MessageContent)) && !t.IsAbstract)
            .OrderBy(t => t.Name)];

    public Message Message(Type contentType)
    {
        var content = Content(contentType);
        return new(Header(content.MessageType), _random.Next(4) == 0 ? null : Header(Text()), content)
        {
            Metadata = new(JsonObject(2)),
            Identities = Frames(),
            Buffers = Frames(),
        };
    }

    private MessageHeader Header(string type) => new(Text(), type, Text(), Text(), Text(), Text());

    private ReadOnlyMemory<byte>[] Frames() =>
        [.. Enumerable.Range(0, _random.Next(4))
            .Select(_ => { var bytes = new byte[_random.Next(40)]; _random.NextBytes(bytes); return (ReadOnlyMemory<byte>)bytes; })];

    public MessageContent Content(Type type)
    {
        if (type == typeof(UnknownContent)) return new UnknownContent("x_" + Text(), new(JsonObject(3)));
        if (type == typeof(HistoryReply)) return History();
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        var content = (MessageContent)constructor.Invoke([.. constructor.GetParameters().Select(p => Value(p.ParameterType))]);
        foreach (var property in type.GetProperties().Where(p => p.CanWrite && constructor.GetParameters().All(c => c.Name != p.Name)))
            property.SetValue(content,
                Value(property.PropertyType, new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable));
        if (content is ReplyContent reply)
        {
            typeof(ReplyContent).GetProperty(nameof(ReplyContent.Error))!
                .SetValue(reply, reply.Status == ReplyStatus.Error
                    ? new ReplyError(Text(), Text(), (string[])Value(typeof(IReadOnlyList<string>))!) : null);
        }
        return content;
    }

    private HistoryReply History()
    {
        var withOutput = _random.Next(2) == 0;
        var entries = Enumerable.Range(0, _random.Next(1, 5))
            .Select(_ => new HistoryEntry(
                _random.Next(), _random.Next(), Text(), withOutput && _random.Next(2) == 0 ? Text() : null)).ToArray();
        return new(entries, withOutput);
    }

    private object? Value(Type type, bool nullable = false)
    {
        if (nullable && _random.Next(3) == 0) return null;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return Text();
        if (type == typeof(int)) return _random.Next(int.MinValue, int.MaxValue);
        if (type == typeof(bool)) return _random.Next(2) == 0;
        if (type == typeof(RawJson)) return new RawJson(JsonObject(3));
        if (type == typeof(ReplyStatus)) return (ReplyStatus)_random.Next(3);
        if (type == typeof(ReplyError)) return null;
        if (type == typeof(MimeBundle)) return Bundle();
        if (type == typeof(LanguageInfo))
        {
            return new LanguageInfo(Text(), Text(), Text(), Text())
            {
                PygmentsLexer = (string?)Value(typeof(string), true),
                CodeMirrorMode = (RawJson?)Value(typeof(RawJson), true),
                NbconvertExporter = (string?)Value(typeof(string), true),
            };
        }
        if (type == typeof(IReadOnlyList<string>)) return Many(Text);
        if (type == typeof(IReadOnlyList<RawJson>)) return Many(() => new RawJson(JsonValue(2)));
        if (type == typeof(IReadOnlyList<KeyValuePair<string, RawJson>>))
            return Many(() => KeyValuePair.Create(Text(), new RawJson(JsonValue(2)))).DistinctBy(p => p.Key).ToArray();
        if (type == typeof(IReadOnlyList<(string, string)>)) return Many(() => (Text(), Text())).DistinctBy(p => p.Item1).ToArray();
        throw new NotSupportedException($"No random value for {type}: teach {nameof(RandomMessages)} its shape.");
    }

    private T[] Many<T>(Func<T> one) => [.. Enumerable.Range(0, _random.Next(4)).Select(_ => one())];

    private MimeBundle Bundle()
    {
        var bundle = new MimeBundle();
        if (_random.Next(2) == 0) bundle.Add("text/plain", Text());
        if (_random.Next(2) == 0) bundle.Add("application/json", JsonValue(3));
        if (_random.Next(2) == 0) bundle.Add("application/vnd.x.v1+json", JsonObject(3));
        if (_random.Next(2) == 0) bundle.Add("image/png", Convert.ToBase64String(Encoding.UTF8.GetBytes(Text())));
        return bundle;
    }

    public string Text()
    {
        var text = new StringBuilder();
        for (var n = _random.Next(12); n > 0; n--)
        {
            text.Append(_random.Next(6) switch
            {
                0 => ((char)_random.Next(0, 32)).ToString(),
                1 => "\"\\/\u2028<&'"[_random.Next(7)].ToString(),
                2 => char.ConvertFromUtf32(_random.Next(0x10000, 0x10FFFF)),
                3 => ((char)_random.Next(0x80, 0xD7FF)).ToString(),
                _ => ((char)_random.Next(32, 127)).ToString(),
            });
        }
        return text.ToString();
    }

    private string JsonObject(int depth) =>
        "{"
        + string.Join(",", Many(() => (Name: Text(), Value: JsonValue(depth - 1))).DistinctBy(p => p.Name)
            .Select(p => Literal(p.Name) + ":" + p.Value)) + "}";

    private string JsonValue(int depth) => _random.Next(depth > 0 ? 7 : 5) switch
    {
        0 => "null",
        1 => "true",
        2 => _random.Next().ToString(System.Globalization.CultureInfo.InvariantCulture),
        3 => "-1.5e300",
        4 => Literal(Text()),
        5 => "[" + string.Join(",", Many(() => JsonValue(depth - 1))) + "]",
        _ => JsonObject(depth),
    };

    private static string Literal(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    /// <summary>Everything in an object, property by property, as text to compare.</summary>
    public static string Describe(object? value) => value switch
    {
        null => "null",
        string text => "\"" + text + "\"",
        RawJson json => json.ToString(),
        MimeBundle bundle => "bundle(" + string.Join(",", bundle.Select(e => Describe(e.Key) + ":" + Describe(e.Value))) + ")",
        ReadOnlyMemory<byte> bytes => Convert.ToHexString(bytes.Span),
        IEnumerable list => "[" + string.Join(",", list.Cast<object?>().Select(Describe)) + "]",
        _ when value.GetType().IsPrimitive || value.GetType().IsEnum || value.GetType().IsGenericType => value.ToString()!,
        _ => value.GetType().Name + "{" + string.Join(",", value.GetType().GetProperties().OrderBy(p => p.Name, StringComparer.Ordinal)
            .Where(p => p.GetIndexParameters().Length == 0).Select(p => p.Name + "=" + Describe(p.GetValue(value)))) + "}",
    };
}
