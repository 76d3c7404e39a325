using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Qiansi.Jupyter.Messages;

/// <summary>Who sent a message, when, and what kind it is (Jupyter messaging 5.4, "Message header").</summary>
/// <param name="Id">Unique id of the message, <c>msg_id</c>.</param>
/// <param name="MessageType">Its kind, <c>msg_type</c>: <c>execute_request</c>, <c>status</c>, ….</param>
/// <param name="Session">Id of the sender's session.</param>
/// <param name="UserName">Name of the sender's user.</param>
/// <param name="Date">ISO 8601 time of sending, as written by the sender.</param>
/// <param name="Version">Version of the messaging protocol.</param>
public sealed record MessageHeader(string Id, string MessageType, string Session, string UserName, string Date, string Version)
{
    /// <summary>The version of Jupyter messaging spoken here.</summary>
    public const string ProtocolVersion = "5.4";

    private static long s_lastId;
    private ReadOnlyMemory<byte> _utf8;

    /// <summary>A header for a new message of this process.</summary>
    public static MessageHeader Create(string messageType, string session, string userName) => new(
        string.Create(CultureInfo.InvariantCulture, $"{session}_{Environment.ProcessId}_{Interlocked.Increment(ref s_lastId)}"),
        messageType, session, userName, DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        ProtocolVersion);

    /// <summary>The header as it goes over the wire. One that was received keeps its bytes,
    /// so that fields unknown here come back to their sender.</summary>
    internal ReadOnlyMemory<byte> Utf8 => _utf8.IsEmpty ? _utf8 = Serialize() : _utf8;

    /// <summary>Reads a header frame; null for the empty object, which stands for "no parent".</summary>
    /// <exception cref="MessageFormatException">The bytes are not a header.</exception>
    internal static MessageHeader? Read(ReadOnlyMemory<byte> utf8, string part)
    {
        using var document = Fields.Parse(utf8, part);
        if (!document.RootElement.EnumerateObject().MoveNext()) return null;
        var fields = new Fields(part, document.RootElement);
        return new(fields.Text("msg_id"), fields.Text("msg_type"), fields.Text("session", ""), fields.Text("username", ""),
            fields.Text("date", ""), fields.Text("version", ""))
        { _utf8 = utf8 };
    }

    /// <inheritdoc />
    public bool Equals(MessageHeader? other) => other is not null
        && (Id, MessageType, Session, UserName, Date, Version) == (other.Id, other.MessageType, other.Session,
            other.UserName, other.Date, other.Version);

    /// <inheritdoc />
    public override int GetHashCode() => Id.GetHashCode();

    private ReadOnlyMemory<byte> Serialize()
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, MessageCodec.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteString("msg_id", Id);
            json.WriteString("msg_type", MessageType);
            json.WriteString("session", Session);
            json.WriteString("username", UserName);
            json.WriteString("date", Date);
            json.WriteString("version", Version);
            json.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }
}
