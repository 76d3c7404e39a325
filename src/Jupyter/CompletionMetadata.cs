using System.Text.Json;
using Qiansi.Contracts;
using Qiansi.Jupyter.Messages;

namespace Qiansi.Jupyter;

/// <summary>The <c>_jupyter_types_experimental</c> metadata of completions, which JupyterLab, VS Code and ipykernel share.</summary>
internal static class CompletionMetadata
{
    private const string Key = "_jupyter_types_experimental";

    /// <summary>A reply for completions of a cell's text.</summary>
    public static CompleteReply Write(CompletionList list, string code)
    {
        var (start, end) = (CodePoints.FromUtf16(code, list.Start), CodePoints.FromUtf16(code, list.End));
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, MessageCodec.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteStartArray(Key);
            foreach (var item in list.Items)
            {
                json.WriteStartObject();
                json.WriteNumber("start", start);
                json.WriteNumber("end", end);
                json.WriteString("text", item.Text);
                json.WriteString("type", item.Kind);
                json.WriteString("signature", item.Description);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return new([.. list.Items.Select(i => i.Text)], start,
            end)
        { Metadata = new(System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan)) };
    }

    /// <summary>The completions of a kernel's reply; without the metadata, texts without kinds.</summary>
    public static CompletionList Read(CompleteReply reply, string code)
    {
        var items = new List<CompletionItem>();
        using var document = JsonDocument.Parse(reply.Metadata.ToString());
        foreach (var entry in new Fields("complete_reply.metadata", document.RootElement).Jsons(Key))
        {
            using var item = Fields.Parse(System.Text.Encoding.UTF8.GetBytes(entry.Text), "complete_reply.metadata");
            var fields = new Fields("complete_reply.metadata", item.RootElement);
            items.Add(new(fields.Text("text", ""), fields.Text("type", ""), fields.Text("signature", "")));
        }
        if (items.Count == 0) items.AddRange(reply.Matches.Select(m => new CompletionItem(m, "")));
        return new(CodePoints.ToUtf16(code, reply.CursorStart), CodePoints.ToUtf16(code, reply.CursorEnd), items);
    }
}
