using Qiansi.Jupyter.Zmtp;
using static Qiansi.Jupyter.Tests.Zmtp.Messages;

namespace Qiansi.Jupyter.Tests.Zmtp;

/// <summary>What is left after thousands of bad peers, and when the thread pool is taken: figures of the whole process.</summary>
[Collection(nameof(Undisturbed))]
public sealed class LeakTests
{
    [Fact]
    public async Task ThousandsOfBadPeersLeaveNothingBehind()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "counts open files through /proc");
        var unobserved = 0;
        void OnUnobserved(object? sender, UnobservedTaskExceptionEventArgs e)
        {
            if (e.Exception.ToString().Contains("Qiansi.Jupyter.Zmtp"))
                Interlocked.Increment(ref unobserved);
        }

        TaskScheduler.UnobservedTaskException += OnUnobserved;
        await PairWorks();
        var before = OpenSockets();
        await Attack(inputs: 4000);
        await PairWorks();
        await Until(() => OpenSockets() <= before, $"open sockets return to {before}");
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        TaskScheduler.UnobservedTaskException -= OnUnobserved;
        Assert.Equal(0, unobserved);
    }

    [Fact]
    public async Task HundredsOfSocketsComeAndGo()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "counts open files through /proc");
        await PairWorks();
        var before = OpenSockets();
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 300; i++)
            await PairWorks();
        await Until(() => OpenSockets() <= before, $"open sockets return to {before}");
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - memory, long.MinValue, 2_000_000);
    }

    [Fact]
    public void RepliesComeWhileEveryPoolThreadIsTaken()
    {
        using var release = new ManualResetEventSlim();
        using var rep = new RepSocket();
        using var req = new ReqSocket();
        req.Connect(rep.Bind("tcp://127.0.0.1:*"));
        var replier = new Thread(() =>
        {
            for (var i = 0; i < 20; i++)
                rep.Send(rep.Receive(Within(30)), Within(30));
        });
        replier.Start();

        var blocked = new Task[200];
        for (var i = 0; i < blocked.Length; i++)
            blocked[i] = Task.Factory.StartNew(
                release.Wait, CancellationToken.None, TaskCreationOptions.PreferFairness, TaskScheduler.Default);
        var pool = Task.Factory.StartNew(() => { }, CancellationToken.None, TaskCreationOptions.PreferFairness, TaskScheduler.Default);
        for (var i = 0; i < 20; i++)
        {
            req.Send(Of($"{i}"), CancellationToken.None);
            Assert.Equal($"{i}", req.Receive(CancellationToken.None).Text());
        }

        var poolWasTaken = !pool.IsCompleted;
        release.Set();
        replier.Join();
        Assert.True(poolWasTaken, "the pool had a free thread, so the test shows nothing");
    }

    private static async Task Attack(int inputs)
    {
        var random = new Random(4);
        ZmtpSocket[] sockets = [new RouterSocket(), new DealerSocket(), new PubSocket(), new SubSocket(), new RepSocket(), new ReqSocket()];
        var endpoints = sockets.Select(socket => socket.Bind("tcp://127.0.0.1:*")).ToArray();
        var held = new Queue<RawPeer>();
        for (var i = 0; i < inputs; i++)
        {
            var target = i % sockets.Length;
            var peer = RawPeer.Connect(endpoints[target]);
            var bytes = FuzzTests.Make(random, sockets[target].Kind);
            try
            {
                var cut = random.Next(bytes.Length + 1);
                peer.Send(bytes.AsSpan(0, cut));
                peer.Send(bytes.AsSpan(cut));
            }
            catch (System.Net.Sockets.SocketException)
            {
                // Cut off between the two halves, as it should be.
            }

            // Some stay connected for a while, some leave politely, some by a reset.
            held.Enqueue(peer);
            if (held.Count > 20)
            {
                if (random.Next(2) == 0)
                    held.Dequeue().Vanish();
                else
                    held.Dequeue().Dispose();
            }
        }

        while (held.TryDequeue(out var peer))
            peer.Dispose();
        await Until(() => sockets.All(socket => socket.PeerCount == 0), "all bad peers are gone");
        foreach (var socket in sockets)
        {
            while (socket is not (PubSocket or ReqSocket or RepSocket) && socket.TryReceive(out _))
            {
            }

            await socket.DisposeAsync();
        }
    }

    private static async Task PairWorks()
    {
        await using var rep = new RepSocket();
        await using var req = new ReqSocket();
        req.Connect(rep.Bind("tcp://127.0.0.1:*"));
        await req.SendAsync(Of("x"), default);
        await rep.SendAsync(await rep.ReceiveAsync(default), default);
        Assert.Equal("x", (await req.ReceiveAsync(default)).Text());
    }

    private static int OpenSockets() => Directory.GetFiles("/proc/self/fd").Count(file =>
    {
        try
        {
            return new FileInfo(file).LinkTarget?.StartsWith("socket:", StringComparison.Ordinal) == true;
        }
        catch (IOException)
        {
            // Closed since it was listed.
            return false;
        }
    });
}
