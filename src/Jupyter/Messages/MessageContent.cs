using System.Text.Json;

namespace Qiansi.Jupyter.Messages;

/// <summary>The content of a message; one record for each message type of Jupyter messaging 5.4.</summary>
public abstract record MessageContent
{
    /// <summary>The <c>msg_type</c> this content goes with.</summary>
    public abstract string MessageType { get; }

    /// <summary>About how many bytes the content will have.</summary>
    internal virtual int SizeHint => 512;

    /// <summary>Writes the content as one JSON object.</summary>
    internal virtual void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteFields(json);
        json.WriteEndObject();
    }

    private protected abstract void WriteFields(Utf8JsonWriter json);
}
