using System.Diagnostics;
using Qiansi.Jupyter.Zmtp;
using static Qiansi.Jupyter.Tests.Zmtp.Messages;

namespace Qiansi.Jupyter.Tests.Zmtp;

/// <summary>
/// Figures beside libzmq's on the same machine. Opt-in: <c>QIANSI_BENCHMARKS=1 dotnet test -c Release --filter ZmtpBenchmarks --logger "console;verbosity=detailed"</c>.
/// </summary>
[Collection(nameof(Undisturbed))]
public sealed class ZmtpBenchmarks(ITestOutputHelper output)
{
    private readonly CancellationToken _cancellation = TestContext.Current.CancellationToken;

    private static void SkipUnlessAsked() =>
        Assert.SkipUnless(Environment.GetEnvironmentVariable("QIANSI_BENCHMARKS") == "1", "opt-in: set QIANSI_BENCHMARKS=1");

    [Fact]
    public async Task BindFiveSockets()
    {
        SkipUnlessAsked();
        var watch = Stopwatch.StartNew();
        ZmtpSocket[] sockets = [new RouterSocket(), new RouterSocket(), new RouterSocket(), new PubSocket(), new RepSocket()];
        foreach (var socket in sockets)
            socket.Bind("tcp://127.0.0.1:*");
        output.WriteLine($"first five binds in this process: {watch.Elapsed.TotalMilliseconds:F1} ms (not ReadyToRun)");
        foreach (var socket in sockets)
            await socket.DisposeAsync();
    }

    [Theory, InlineData("tcp://127.0.0.1:*"), InlineData("ipc://*")]
    public async Task TenThousandSmallMessages(string transport)
    {
        SkipUnlessAsked();
        await using var pub = new PubSocket { SlowSubscriber = SlowSubscriberPolicy.WaitThenDisconnect };
        await using var sub = new SubSocket();
        sub.Subscribe();
        sub.Connect(pub.Bind(transport));
        await Until(() => pub.SubscriptionCount == 1, "subscription");
        for (var round = 0; round < 5; round++)
        {
            var watch = Stopwatch.StartNew();
            var sender = Task.Run(async () =>
            {
                for (var i = 0; i < 10_000; i++)
                    await pub.SendAsync(Of("stream", "header", "body of a small message"), _cancellation);
            }, Within());
            for (var i = 0; i < 10_000; i++)
                await sub.ReceiveAsync(_cancellation);
            await sender;
            output.WriteLine($"{transport}: 10,000 messages of 3 frames PUB to SUB: {watch.Elapsed.TotalMilliseconds:F1} ms");
        }
    }

    [Fact]
    public async Task TwentyMegabytes()
    {
        SkipUnlessAsked();
        await using var pub = new PubSocket();
        await using var sub = new SubSocket();
        sub.Subscribe();
        sub.Connect(pub.Bind("tcp://127.0.0.1:*"));
        await Until(() => pub.SubscriptionCount == 1, "subscription");
        var body = new byte[20_000_000];
        for (var round = 0; round < 5; round++)
        {
            var cpu = Environment.CpuUsage.TotalTime;
            var watch = Stopwatch.StartNew();
            await pub.SendAsync(new Multipart("display"u8.ToArray(), body), _cancellation);
            var message = await sub.ReceiveAsync(Within());
            output.WriteLine($"20 MB PUB to SUB: {watch.Elapsed.TotalMilliseconds:F1} ms, {(Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds:F0} ms of processor ({message[1].Length:N0} bytes)");
        }
    }

    [Fact]
    public async Task OneGigabyteInBoundedMemory()
    {
        SkipUnlessAsked();
        await using var pub = new PubSocket { SlowSubscriber = SlowSubscriberPolicy.WaitThenDisconnect };
        await using var sub = new SubSocket();
        sub.Subscribe();
        sub.Connect(pub.Bind("tcp://127.0.0.1:*"));
        await Until(() => pub.SubscriptionCount == 1, "subscription");
        long peak = 0;
        var cpu = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var sender = Task.Run(async () =>
        {
            for (var i = 0; i < 16_384; i++)
                await pub.SendAsync(new Multipart("stream"u8.ToArray(), new byte[65_536]), _cancellation);
        }, Within());
        long received = 0;
        using var self = Process.GetCurrentProcess();
        for (var i = 0; i < 16_384; i++)
        {
            received += (await sub.ReceiveAsync(_cancellation)).ByteCount;
            if (i % 256 == 0)
            {
                self.Refresh();
                peak = Math.Max(peak, self.WorkingSet64);
            }
        }

        await sender;
        output.WriteLine($"1 GiB in 64 KiB messages: {watch.Elapsed.TotalSeconds:F2} s, {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:F2} s of processor, {received:N0} bytes, peak working set {peak >> 20} MiB (sender, receiver and test host)");
    }

    [Fact]
    public async Task RoundTripLatency()
    {
        SkipUnlessAsked();
        using var router = new RouterSocket();
        using var dealer = new DealerSocket();
        var endpoint = router.Bind("tcp://127.0.0.1:*");
        dealer.Connect(endpoint);
        var echo = new Thread(() =>
        {
            for (var i = 0; i < 6000; i++)
                router.Send(router.Receive(_cancellation), _cancellation);
        });
        echo.Start();
        var times = new double[3000];
        for (var i = 0; i < times.Length; i++)
        {
            var began = Stopwatch.GetTimestamp();
            dealer.Send(Of("ping"), _cancellation);
            dealer.Receive(_cancellation);
            times[i] = Stopwatch.GetElapsedTime(began).TotalMicroseconds;
        }

        Array.Sort(times);
        output.WriteLine($"DEALER to ROUTER and back, blocking: median {times[times.Length / 2]:F1} us, p99 {times[times.Length * 99 / 100]:F1} us");
        for (var i = 0; i < times.Length; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await dealer.SendAsync(Of("ping"), _cancellation);
            await dealer.ReceiveAsync(_cancellation);
            times[i] = Stopwatch.GetElapsedTime(began).TotalMicroseconds;
        }

        Array.Sort(times);
        output.WriteLine($"DEALER awaiting, ROUTER blocking: median {times[times.Length / 2]:F1} us, p99 {times[times.Length * 99 / 100]:F1} us");
        echo.Join();
    }

    [Fact]
    public async Task Libzmq()
    {
        SkipUnlessAsked();
        using var one = LibzmqPeer.StartOrSkip();
        using var two = LibzmqPeer.StartOrSkip();
        await one.Tell("open r ROUTER");
        var endpoint = await one.Tell("bind r tcp://127.0.0.1:*");
        await two.Tell("open d DEALER");
        await two.Tell($"connect d {endpoint}");
        var echo = one.Tell("echo r 3000", 60);
        output.WriteLine($"libzmq through pyzmq, two processes: DEALER to ROUTER and back: median {await two.Tell("latency d 3000", 60)} us");
        await echo;

        await one.Tell("open p PUB");
        await one.Tell("set p SNDHWM 0");
        endpoint = await one.Tell("bind p tcp://127.0.0.1:*");
        await two.Tell("open s SUB");
        await two.Tell("set s SUBSCRIBE");
        await two.Tell("set s RCVHWM 0");
        await two.Tell($"connect s {endpoint}");
        await Until(() => { one.Send("p", "x").Wait(); return two.Receive("s", 50).Result == "x"; }, "subscription");
        var count = two.Tell("count s 10000", 60);
        await one.Tell("burst p 10000");
        output.WriteLine($"libzmq through pyzmq, two processes: 10,000 messages of 2 frames PUB to SUB: bytes and seconds {await count}");
    }
}
