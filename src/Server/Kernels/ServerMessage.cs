using System.Buffers;
using System.Text.Json;
using Qiansi.Jupyter.Messages;
using Qiansi.Server.Channels;

namespace Qiansi.Server.Kernels;

/// <summary>What the server itself has to say on a kernel's iopub.</summary>
internal static class ServerMessage
{
    private static readonly string Session = Guid.NewGuid().ToString("N");

    /// <summary>The kernel is <c>restarting</c> or <c>dead</c>.</summary>
    public static KernelMessage Status(string state) => Create("status", default, json => json.WriteString("execution_state", state));

    /// <summary>Text below the cell that was running, or for nobody when the parent is empty.</summary>
    public static KernelMessage Stream(string text, ReadOnlyMemory<byte> parent) => Create("stream", parent, json =>
    {
        json.WriteString("name", "stderr");
        json.WriteString("text", text);
    });

    private static KernelMessage Create(string type, ReadOnlyMemory<byte> parent, Action<Utf8JsonWriter> content)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }
        return new(MessageHeader.Create(type, Session, "server").Utf8, parent.IsEmpty ? "{}"u8.ToArray() : parent, "{}"u8.ToArray(), body.WrittenMemory, []);
    }
}
