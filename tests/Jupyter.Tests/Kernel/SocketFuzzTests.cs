using System.Text;
using Qiansi.Jupyter.Client;
using Qiansi.Jupyter.Messages;
using Qiansi.Jupyter.Tests.Client;
using Qiansi.Jupyter.Tests.Messages;
using Qiansi.Jupyter.Tests.Zmtp;
using Qiansi.Jupyter.Zmtp;
using Qiansi.Jupyter.Zmtp.Wire;

namespace Qiansi.Jupyter.Tests.Kernel;

/// <summary>Hostile input on every socket of a kernel that runs in a process of its own: more than 100,000 of them, none may crash it,
/// hang it, or make it grow.</summary>
[Collection(nameof(Undisturbed))]
public sealed class SocketFuzzTests(ITestOutputHelper output)
{
    private const int StreamsPerSocket = 3_000;
    private const int MessagesPerSocket = 22_000;
    private const int SignedPerSocket = 1_500;
    private const int FilesMore = 40;
    private const long BytesMore = 250L << 20;

    private static readonly SocketKind[] Kinds = [SocketKind.Router, SocketKind.Pub, SocketKind.Router, SocketKind.Router, SocketKind.Rep];

    [Fact]
    public async Task A_kernel_outlives_a_hundred_thousand_hostile_inputs()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "counts open files through /proc");
        await using var kernel = await KernelProcess.StartAsync(KernelProcessTests.Ours with { UseIpc = false }, RunningKernel.Limit);
        var connection = kernel.Connection;
        int[] ports = [connection.ShellPort, connection.IopubPort, connection.StdinPort, connection.ControlPort, connection.HeartbeatPort];
        await CheckAsync(kernel, "before");
        // Once round warms up what is made only once, before the kernel is measured.
        for (var i = 0; i < ports.Length; i++) SendStreams(connection, ports[i], Kinds[i], new Random(i), 50);
        await SendSignedAsync(connection, connection.ShellPort, new Random(0), 200);
        await CheckAsync(kernel, "warm");
        var (files, bytes) = (OpenFiles(kernel), Resident(kernel));

        var inputs = 0;
        for (var i = 0; i < ports.Length; i++)
        {
            inputs += SendStreams(connection, ports[i], Kinds[i], new Random(100 + i), StreamsPerSocket);
            await CheckAsync(kernel, $"after streams on socket {i}");
            // Nothing reads an iopub's subscribers beyond their subscriptions, so messages go to the others.
            if (Kinds[i] == SocketKind.Pub) continue;
            inputs += await SendDamagedAsync(connection, ports[i], new Random(200 + i), MessagesPerSocket);
            if (Kinds[i] == SocketKind.Router) inputs += await SendSignedAsync(connection, ports[i], new Random(300 + i), SignedPerSocket);
            await CheckAsync(kernel, $"after messages on socket {i}");
        }
        Assert.InRange(inputs, 100_000, int.MaxValue);

        await Eventually.HoldsAsync(() => OpenFiles(kernel) <= files + FilesMore);
        output.WriteLine(
            $"{inputs:N0} inputs; open files {files} → {OpenFiles(kernel)}, resident {bytes >> 20} → {Resident(kernel) >> 20} MiB");
        Assert.InRange(OpenFiles(kernel), 1, files + FilesMore);
        Assert.InRange(Resident(kernel), 1, bytes + BytesMore);
        Assert.False(kernel.Exited.IsCompleted);
        Assert.Equal(0, (await kernel.ShutdownAsync()).ExitCode);
    }

    /// <summary>The kernel answers on heartbeat, control and shell.</summary>
    private static async Task CheckAsync(KernelProcess kernel, string when)
    {
        Assert.True(await kernel.Client.HeartbeatAsync(TimeSpan.FromSeconds(30)), $"no heartbeat {when}");
        await kernel.Client.InterruptAsync(RunningKernel.Limit);
        // Behind all that was sent before: a cell would be aborted when one of those, being waited for, fails.
        await kernel.Client.KernelInfoAsync(RunningKernel.Limit);
        var sink = new RecordingSink();
        await kernel.Client.ExecuteAsync("6 * 7", sink, cancellation: RunningKernel.Limit);
        Assert.Equal("42", sink.Text);
    }

    /// <summary>Connections whose greetings, handshakes and frames are damaged, one input each; every other one is broken off.</summary>
    private static int SendStreams(ConnectionInfo connection, int port, SocketKind kind, Random random, int count)
    {
        for (var i = 0; i < count; i++)
        {
            using var peer = RawPeer.Connect(connection.Endpoint(port));
            try
            {
                peer.Send(Zmtp.FuzzTests.Make(random, kind));
            }
            catch (System.Net.Sockets.SocketException)
            {
                // Cut off before it had said all.
            }
            if (i % 2 == 0) peer.Vanish();
        }
        return count;
    }

    /// <summary>Well-framed messages whose parts are damaged after they were signed.</summary>
    private static async Task<int> SendDamagedAsync(ConnectionInfo connection, int port, Random random, int count)
    {
        var codec = new MessageCodec(new(connection.Key));
        var good = RandomMessages.ContentTypes.Where(IsHarmless)
            .SelectMany(t => Enumerable.Range(0, 4).Select(i => codec.Encode(new RandomMessages(i).Message(t)).ToArray())).ToArray();
        return await SendAsync(connection, port, count, () => Messages.FuzzTests.Damage(random, good[random.Next(good.Length)]));
    }

    /// <summary>Messages with the right key and the wrong content: another type's, broken JSON, or random of the right shape.</summary>
    private static async Task<int> SendSignedAsync(ConnectionInfo connection, int port, Random random, int count)
    {
        var (codec, signer) = (new MessageCodec(new(connection.Key)), new MessageSigner(connection.Key));
        var types = RandomMessages.ContentTypes.Where(IsHarmless).ToArray();
        return await SendAsync(connection, port, count, () =>
        {
            var frames = codec.Encode(
                new RandomMessages(random.Next()).Message(types[random.Next(types.Length)]) with { Identities = [] }).ToArray();
            switch (random.Next(3))
            {
                case 0:
                    frames[5] = codec.Encode(
                        new RandomMessages(random.Next()).Message(types[random.Next(types.Length)]) with { Identities = [] })[5];
                    break;
                case 1:
                    frames[random.Next(2, 6)] =
                        Encoding.UTF8.GetBytes(Messages.FuzzTests.Json[random.Next(Messages.FuzzTests.Json.Length)]);
                    break;
                default:
                    break;
            }
            frames[1] = signer.Sign(frames[2].Span, frames[3].Span, frames[4].Span, frames[5].Span);
            return frames;
        });
    }

    private static async Task<int> SendAsync(ConnectionInfo connection, int port, int count, Func<ReadOnlyMemory<byte>[]> make)
    {
        await using var socket = new DealerSocket { Linger = TimeSpan.FromSeconds(20) };
        socket.Connect(connection.Endpoint(port));
        for (var i = 0; i < count; i++)
        {
            var frames = make();
            await socket.SendAsync(new Multipart(frames.Length > 0 ? frames : [ReadOnlyMemory<byte>.Empty]), RunningKernel.Limit);
            while (socket.TryReceive(out _))
            {
                // Answers to what was understood; a front end would read them.
            }
        }
        return count;
    }

    /// <summary>What would end the kernel, or ask a person, is no attack.</summary>
    private static bool IsHarmless(Type type) => type != typeof(ShutdownRequest) && type != typeof(UnknownContent);

    private static int OpenFiles(KernelProcess kernel) => Directory.GetFiles($"/proc/{kernel.ProcessId}/fd").Length;

    private static long Resident(KernelProcess kernel)
    {
        using var process = System.Diagnostics.Process.GetProcessById(kernel.ProcessId);
        return process.WorkingSet64;
    }
}
