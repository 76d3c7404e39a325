using System.Text;
using Qiansi.Server.Channels;

namespace Qiansi.Server.Tests.Channels;

public sealed class KeptMessagesTests
{
    [Fact]
    public void Of_a_display_only_the_newest_state_is_kept_and_all_else_stays()
    {
        var kept = new KeptMessages(1 << 20, 1000);
        kept.Add(ChannelName.Iopub, Stream("epoch 1"));
        for (var i = 0; i < 5000; i++)
        {
            kept.Add(ChannelName.Iopub, Update("panel", new string('x', 4000) + i));
            if (i % 1000 == 0) kept.Add(ChannelName.Iopub, Update("curves", $"{i}"));
        }

        kept.Add(ChannelName.Shell, Message("execute_reply", "{}"));
        var messages = kept.Take();
        Assert.Equal(["stream", "update_display_data", "update_display_data", "execute_reply"], messages.Select(m => m.Message.Head.Type));
        Assert.Contains("\"4000\"", Content(messages[1].Message));
        Assert.Contains("x4999\"", Content(messages[2].Message));
        Assert.Equal(0, kept.Count);
        Assert.Empty(kept.Take());
    }

    [Fact]
    public void Updates_without_an_id_and_first_displays_are_all_kept()
    {
        var kept = new KeptMessages(1 << 20, 1000);
        for (var i = 0; i < 3; i++)
        {
            kept.Add(ChannelName.Iopub, Message("update_display_data", "{\"data\":{}}"));
            kept.Add(ChannelName.Iopub, Message("update_display_data", "no json"));
            kept.Add(ChannelName.Iopub, Message("display_data", Shown("a", "b")));
        }

        Assert.Equal(9, kept.Count);
    }

    [Fact]
    public void The_newest_bytes_and_messages_stay()
    {
        var kept = new KeptMessages(1 << 20, 3);
        for (var i = 0; i < 5; i++) kept.Add(ChannelName.Iopub, Stream($"{i}"));
        kept.Add(ChannelName.Iopub, Update("a", "1"));
        kept.Add(ChannelName.Iopub, Stream("5"));
        kept.Add(ChannelName.Iopub, Stream("6"));
        kept.Add(ChannelName.Iopub, Stream("7"));
        kept.Add(ChannelName.Iopub, Update("a", "2"));
        Assert.Equal(["6", "7", "2"], kept.Take().Select(m => new string([.. Content(m.Message).Where(char.IsDigit)])));

        var small = new KeptMessages(3000, 1000);
        for (var i = 0; i < 10; i++) small.Add(ChannelName.Iopub, Stream(new string('y', 1000)));
        Assert.Equal(2, small.Count);
    }

    private static KernelMessage Stream(string text) => Message("stream", $$"""{"name":"stdout","text":"{{text}}"}""");

    private static KernelMessage Update(string display, string text) => Message("update_display_data", Shown(display, text));

    private static string Shown(string display, string text) =>
        $$$"""{"data":{"text/plain":"{{{text}}}"},"metadata":{"transient":{"display_id":"other"}},"transient":{"display_id":"{{{display}}}"}}""";

    private static KernelMessage Message(string type, string content) =>
        new(Encoding.UTF8.GetBytes($$"""{"msg_id":"1","msg_type":"{{type}}"}"""), "{}"u8.ToArray(), "{}"u8.ToArray(),
            Encoding.UTF8.GetBytes(content), []);

    private static string Content(KernelMessage message) => Encoding.UTF8.GetString(message.Content.Span);
}
