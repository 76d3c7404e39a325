using FsCheck;
using FsCheck.Fluent;
using Qiansi.Jupyter.Messages;

namespace Qiansi.Jupyter.Tests.Messages;

public sealed class RoundTripTests
{
    /// <summary>The message types of Jupyter messaging 5.4, so that none can go missing.</summary>
    private static readonly string[] Specified =
    [
        "execute_request", "execute_reply", "inspect_request", "inspect_reply", "complete_request", "complete_reply",
        "history_request", "history_reply",
        "is_complete_request", "is_complete_reply", "connect_request", "connect_reply", "comm_info_request", "comm_info_reply",
        "kernel_info_request", "kernel_info_reply",
        "shutdown_request", "shutdown_reply", "interrupt_request", "interrupt_reply", "debug_request", "debug_reply", "stream",
        "display_data", "update_display_data",
        "execute_input", "execute_result", "error", "status", "clear_output", "debug_event", "input_request", "input_reply", "comm_open",
        "comm_msg", "comm_close", "iopub_welcome",
    ];

    public static TheoryData<string> Types => [.. RandomMessages.ContentTypes.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Types))]
    public void A_message_comes_back_as_it_was_sent(string typeName)
    {
        var type = RandomMessages.ContentTypes.Single(t => t.Name == typeName);
        var codec = new MessageCodec(new("key"));
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var sent = new RandomMessages(seed).Message(type);
            var received = codec.Decode(codec.Encode(sent));
            Assert.Equal(RandomMessages.Describe(sent), RandomMessages.Describe(received));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));
    }

    [Fact]
    public void Every_message_type_of_the_specification_is_typed()
    {
        var codec = new MessageCodec(new(""));
        var typed = RandomMessages.ContentTypes.Where(t => t != typeof(UnknownContent))
            .Select(t => codec.Decode(codec.Encode(new RandomMessages(1).Message(t))))
            .ToDictionary(m => m.Header.MessageType, m => m.Content);
        // Our own, for a kernel that waits in reserve, are beside it.
        Assert.Equal(Specified.Order(), typed.Keys.Where(k => !k.StartsWith("qiansi_", StringComparison.Ordinal)).Order());
        Assert.DoesNotContain(typed.Values, c => c is UnknownContent);
    }

    [Fact]
    public void A_received_header_goes_back_with_fields_unknown_here()
    {
        var codec = new MessageCodec(new(""));
        ReadOnlyMemory<byte>[] frames = ["<IDS|MSG>"u8.ToArray(), new byte[0],
            """{"msg_id":"1","msg_type":"kernel_info_request","subshell_id":"s9"}"""u8.ToArray(), "{}"u8.ToArray(),
            "{}"u8.ToArray(), "{}"u8.ToArray()];
        var request = codec.Decode(frames);
        var reply = codec.Encode(new(MessageHeader.Create("status", "s", "u"), request.Header, new StatusContent("busy")));
        Assert.Contains("subshell_id", System.Text.Encoding.UTF8.GetString(reply[3].Span));
    }

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character()
    {
        var codec = new MessageCodec(new(""));
        var text = Assert.IsType<StreamText>(Decode("""{"name":"stdout","text":"a\ud83d \u00e9\n\ud83d\ude00"}""").Content).Text;
        Assert.Equal("a\uFFFD é\n😀", text);
        var sent = codec.Encode(new(MessageHeader.Create("stream", "s", "u"), null, new StreamText("stdout", "x\ud83dy")));
        Assert.Equal("x\uFFFDy", ((StreamText)codec.Decode(sent).Content).Text);

        Message Decode(string content) => codec.Decode(["<IDS|MSG>"u8.ToArray(), new byte[0],
            """{"msg_id":"1","msg_type":"stream"}"""u8.ToArray(), "{}"u8.ToArray(), "{}"u8.ToArray(),
            System.Text.Encoding.UTF8.GetBytes(content)]);
    }

    [Theory]
    [InlineData(65_535)]
    [InlineData(65_537)]
    [InlineData(200_000)]
    public void A_long_rendering_comes_back_as_it_was_sent(int length)
    {
        // Pairs stand across the places where a long text is cut, halves of pairs among them.
        var text = string.Concat(Enumerable.Repeat("é\"<😀x", 1 + (length / 6)))[..length];
        var codec = new MessageCodec(new("key"));
        foreach (var (sent, expected) in ((string, string)[])[(text + "!", text + "!"), ("\ud83d" + text + "!", "\uFFFD" + text + "!"),
            (text[..72] + "\udc00" + text[72..] + "!", text[..72] + "\uFFFD" + text[72..] + "!")])
        {
            var message = new Message(
                MessageHeader.Create("display_data", "s", "u"), null, new DisplayData(Qiansi.Contracts.MimeBundle.Of("text/html", sent)));
            Assert.Equal(expected, ((DisplayData)codec.Decode(codec.Encode(message)).Content).Data["text/html"]);
        }
    }

    [Theory]
    [InlineData("a😀b", 0, 0)]
    [InlineData("a😀b", 1, 1)]
    [InlineData("a😀b", 2, 3)]
    [InlineData("a😀b", 3, 4)]
    [InlineData("a😀b", 99, 4)]
    [InlineData("a😀b", -5, 0)]
    public void Cursor_positions_count_code_points(string text, int codePoint, int utf16)
    {
        Assert.Equal(utf16, CodePoints.ToUtf16(text, codePoint));
        Assert.Equal(Math.Clamp(codePoint, 0, 3), CodePoints.FromUtf16(text, utf16));
    }
}
