using System.Diagnostics;
using Qiansi.Jupyter.Zmtp;
using static Qiansi.Jupyter.Tests.Zmtp.Messages;

namespace Qiansi.Jupyter.Tests.Zmtp;

/// <summary>
/// Much and large, and how fast: the bounds are those that a wait in the wrong place breaks (a delayed
/// acknowledgement is 40 ms), not a slow machine. What is measured stands in the test's output; the figures beside ipykernel are those of
/// <c>tests/Benchmarks -- jupyter</c>.
/// </summary>
[Collection(nameof(Undisturbed))]
public sealed class ThroughputTests(ITestOutputHelper output)
{
    private readonly CancellationToken _cancellation = TestContext.Current.CancellationToken;

    [Theory, InlineData("tcp://127.0.0.1:*"), InlineData("ipc://*")]
    public async Task TenThousandSmallMessagesArriveInOrderWithinSeconds(string transport)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && transport.StartsWith("ipc"), "ipc is tested on Unix");
        await using var pub = new PubSocket { SlowSubscriber = SlowSubscriberPolicy.WaitThenDisconnect };
        await using var sub = new SubSocket();
        sub.Subscribe();
        sub.Connect(pub.Bind(transport));
        await Until(() => pub.SubscriptionCount == 1, "subscription");
        var watch = Stopwatch.StartNew();
        var sender = Task.Run(async () =>
        {
            for (var i = 0; i < 10_000; i++)
                await pub.SendAsync(Of("stream", "header", $"{i}"), _cancellation);
        }, Within());
        for (var i = 0; i < 10_000; i++)
            Assert.Equal($"{i}", System.Text.Encoding.ASCII.GetString((await sub.ReceiveAsync(Within()))[2].Span));
        await sender;
        output.WriteLine($"{transport}: 10,000 messages of 3 frames PUB to SUB: {watch.Elapsed.TotalMilliseconds:F1} ms");
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 10);
    }

    [Fact]
    public async Task TwentyMegabytesArriveWholeWithinSeconds()
    {
        await using var pub = new PubSocket();
        await using var sub = new SubSocket();
        sub.Subscribe();
        sub.Connect(pub.Bind("tcp://127.0.0.1:*"));
        await Until(() => pub.SubscriptionCount == 1, "subscription");
        var body = new byte[20_000_000];
        new Random(1).NextBytes(body);
        var watch = Stopwatch.StartNew();
        await pub.SendAsync(new Multipart("display"u8.ToArray(), body), _cancellation);
        var message = await sub.ReceiveAsync(Within());
        output.WriteLine($"20 MB PUB to SUB: {watch.Elapsed.TotalMilliseconds:F1} ms");
        Assert.True(message[1].Span.SequenceEqual(body));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 10);
    }

    [Fact]
    public async Task AQuarterOfAGigabyteStreamsInBoundedMemory()
    {
        const int Messages = 4_096;
        await using var pub = new PubSocket { SlowSubscriber = SlowSubscriberPolicy.WaitThenDisconnect, SendHighWaterMarkBytes = 8L << 20 };
        await using var sub = new SubSocket { ReceiveHighWaterMarkBytes = 8L << 20 };
        sub.Subscribe();
        sub.Connect(pub.Bind("tcp://127.0.0.1:*"));
        await Until(() => pub.SubscriptionCount == 1, "subscription");
        long peak = 0, received = 0;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var sender = Task.Run(async () =>
        {
            for (var i = 0; i < Messages; i++)
                await pub.SendAsync(new Multipart("stream"u8.ToArray(), new byte[65_536]), _cancellation);
        }, Within(60));
        for (var i = 0; i < Messages; i++)
        {
            received += (await sub.ReceiveAsync(Within()))[1].Length;
            if (i % 256 == 0)
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        await sender;
        output.WriteLine($"256 MiB in 64 KiB messages: {watch.Elapsed.TotalSeconds:F2} s, at most {peak >> 20} MiB alive");
        Assert.Equal(Messages * 65_536L, received);
        Assert.InRange(peak, 0, 64L << 20);
    }

    [Fact]
    public void AnAnswerComesAtOnce()
    {
        using var router = new RouterSocket();
        using var dealer = new DealerSocket();
        dealer.Connect(router.Bind("tcp://127.0.0.1:*"));
        const int Times = 1000;
        var echo = new Thread(() =>
        {
            for (var i = 0; i < Times; i++)
                router.Send(router.Receive(_cancellation), _cancellation);
        });
        echo.Start();
        var times = new double[Times];
        for (var i = 0; i < times.Length; i++)
        {
            var began = Stopwatch.GetTimestamp();
            dealer.Send(Of("ping"), _cancellation);
            dealer.Receive(_cancellation);
            times[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }

        Array.Sort(times);
        output.WriteLine($"DEALER to ROUTER and back: median {1000 * times[Times / 2]:F1} us, p99 {1000 * times[Times * 99 / 100]:F1} us");
        Assert.InRange(times[Times / 2], 0, 20);
        echo.Join();
    }
}
