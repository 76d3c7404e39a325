using System.Net.WebSockets;
using System.Text;
using Qiansi.Server.Channels;
using Qiansi.Server.Tests.Kernels;

namespace Qiansi.Server.Tests.Fuzzing;

/// <summary>Nonsense over WebSockets: it is dropped, and the connection, the kernel and the server go on.</summary>
public sealed class ChannelsFuzzTests
{
    private const int ReaderInputs = 60_000;
    private const int WireInputs = 10_000;

    [Fact]
    public void Neither_protocol_can_be_made_to_fail_by_what_is_sent()
    {
        var (binary, json) = (new BinaryFormat(), new JsonFormat());
        var random = new Random(20261125);
        var understood = 0;
        for (var i = 0; i < ReaderInputs; i++)
        {
            var data = Input(random, i % 2 == 0);
            var isText = random.Next(2) == 0;
            foreach (var format in (IChannelsFormat[])[binary, json])
            {
                var read = format.Read(data, isText, out var problem);
                Assert.True(read is null != (problem is null), "either a message or what is wrong with it");
                if (read is not var (channel, message)) continue;
                understood++;
                Assert.NotEqual("", message.Head.Type);
                // What was understood can be written again.
                Assert.NotEmpty(format.Write(channel, message).Parts);
            }
        }
        Assert.True(understood > ReaderInputs / 50, $"{understood} of {ReaderInputs} were messages: the inputs are too wild to test much");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_survives_nonsense_and_the_kernel_too(bool isBinary)
    {
        await using var server = await TestServer.StartAsync();
        var kernel = await ChannelsTests.KernelAsync(server);
        await using var client = await ChannelsClient.ConnectAsync(server, kernel, isBinary: isBinary);
        var random = new Random(7);
        for (var i = 0; i < WireInputs / 2; i++)
        {
            var data = Input(random, isBinary);
            // Text that is not UTF-8 ends a connection by the WebSocket protocol itself (RFC 6455, 8.1).
            var isText = !isBinary && System.Text.Unicode.Utf8.IsValid(data);
            await client.SendRawAsync(data, isText ? WebSocketMessageType.Text : WebSocketMessageType.Binary);
        }
        Assert.Contains(await client.RunAsync("40 + 2"),
            m => m.Type == "execute_result" && (string?)m.Content["data"]!["text/plain"] == "42");
    }

    [Fact]
    public async Task Events_take_anything_and_say_nothing()
    {
        await using var server = await TestServer.StartAsync();
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Authorization", "token " + TestServer.Token);
        await socket.ConnectAsync(new(server.Server.Address.Replace("http:", "ws:") + "api/events/subscribe"), TestServer.Limit);
        var random = new Random(3);
        for (var i = 0; i < 2000; i++)
        {
            var data = new byte[random.Next(3000)];
            random.NextBytes(data);
            await socket.SendAsync(data, WebSocketMessageType.Binary, true, TestServer.Limit);
        }
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, TestServer.Limit);
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
    }

    /// <summary>A message that is right but for a few bytes, or not at all. None that ends or occupies the kernel.</summary>
    private static byte[] Input(Random random, bool isBinary)
    {
        string[] parts =
        [
            Pick(random, ["shell", "control", "stdin", "iopub", "", "SHELL"]),
            Pick(random, ["""{"msg_id":"a","msg_type":"kernel_info_request","session":"s"}""",
                """{"msg_id":"b","msg_type":"comm_info_request","session":"s"}""", """{"msg_type":"unknown"}""",
                "{}", "[]", "{\"msg_type\":5}", ""]),
            Pick(random, ["{}", """{"msg_id":"p"}""", "null", "]"]),
            Pick(random, ["{}", """{"cellId":"x"}""", "1"]),
            Pick(random, ["{}", """{"a":[1,2,{"b":null}]}""", "\"", "nul"]),
        ];
        byte[] data;
        if (isBinary)
            data = ChannelsClient.Frame([.. parts.Select(Encoding.UTF8.GetBytes),
                .. Enumerable.Range(0, random.Next(3)).Select(n => new byte[n * 3])]);
        else
            data = Encoding.UTF8.GetBytes(
                $$"""{"channel":"{{parts[0]}}","header":{{parts[1]}},"parent_header":{{parts[2]}},"metadata":{{parts[3]}},"content":{{parts[4]}}}""");
        if (random.Next(3) == 0) data = data[..random.Next(data.Length)];
        if (data.Length > 0)
        {
            for (var flips = random.Next(4) == 0 ? random.Next(1, 8) : 0; flips > 0; flips--)
                data[random.Next(data.Length)] = (byte)random.Next(256);
        }
        return data;
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
