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

    /// <summary>
    /// The request in the parent is for this cell: tells a page, which has not sent the request itself,
    /// where the outputs that follow belong, and whether they are in the file.
    /// </summary>
    public static KernelMessage Running(string cell, ReadOnlyMemory<byte> request, FileChange? saved) =>
        Create("qiansi_running", request, json =>
        {
            json.WriteString("cell_id", cell);
            if (saved is not null) Write(json, saved);
        });

    /// <summary>The server has written outputs that pages have got, or will, into the file.</summary>
    public static KernelMessage Saved(FileChange change) => Create("qiansi_saved", default, json => Write(json, change));

    private static void Write(Utf8JsonWriter json, FileChange change)
    {
        json.WriteString("hash_before", change.Before);
        json.WriteString("hash", change.After);
    }

    private static KernelMessage Create(string type, ReadOnlyMemory<byte> parent, Action<Utf8JsonWriter> content)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }
        return new(MessageHeader.Create(type, Session, "server").Utf8, parent.IsEmpty ? "{}"u8.ToArray() : parent,
            "{}"u8.ToArray(), body.WrittenMemory, []);
    }
}
