using System.Diagnostics;
using Qiansi.Jupyter.Zmtp;

namespace Qiansi.Jupyter.Tests.Zmtp;

/// <summary>A process that holds sockets of libzmq, through pyzmq, and does with them what it is told, a line each.</summary>
internal sealed class LibzmqPeer : IDisposable
{
    internal const string Missing = "libzmq is missing: apt-get install python3-zmq";

    private const string Interpreter = "/usr/bin/python3";

    private const string Script = """
        import sys, time, statistics, zmq
        context = zmq.Context()
        sockets = {}
        def value(text): return bytes.fromhex(text[1:]) if text[0] == '=' else int(text)
        for line in sys.stdin:
            verb, name, *rest = line.split()
            answer = 'ok'
            try:
                if verb == 'open':
                    sockets[name] = context.socket(getattr(zmq, rest[0])); sockets[name].linger = 1000
                elif verb == 'set': sockets[name].setsockopt(getattr(zmq, rest[0]), value(rest[1]) if len(rest) > 1 else b'')
                elif verb == 'bind':
                    sockets[name].bind(rest[0]); answer = sockets[name].getsockopt(zmq.LAST_ENDPOINT).rstrip(b'\0').decode()
                elif verb == 'unbind': sockets[name].unbind(rest[0])
                elif verb == 'connect': sockets[name].connect(rest[0])
                elif verb == 'send': sockets[name].send_multipart([bytes.fromhex(f[1:]) for f in rest])
                elif verb == 'blob': sockets[name].send_multipart([bytes.fromhex(f[1:]) for f in rest[1:]] + [bytes(int(rest[0]))])
                elif verb == 'burst':
                    for i in range(int(rest[0])): sockets[name].send_multipart([b'burst', b'%d' % i])
                elif verb == 'receive':
                    if sockets[name].poll(int(rest[0])): answer = ' '.join('=' + f.hex() for f in sockets[name].recv_multipart())
                    else: answer = 'nothing'
                elif verb == 'count':
                    size = 0; began = None
                    for i in range(int(rest[0])):
                        if not sockets[name].poll(20000): break
                        size += sum(len(f) for f in sockets[name].recv_multipart(copy=False))
                        began = began or time.perf_counter()
                    answer = '%d %.6f' % (size, time.perf_counter() - (began or 0))
                elif verb == 'latency':
                    times = []
                    for i in range(int(rest[0])):
                        began = time.perf_counter(); sockets[name].send(b'ping'); sockets[name].recv_multipart(); times.append(time.perf_counter() - began)
                    answer = '%.1f' % (1e6 * statistics.median(times))
                elif verb == 'echo':
                    for i in range(int(rest[0])): sockets[name].send_multipart(sockets[name].recv_multipart())
                elif verb == 'close': sockets.pop(name).close()
            except Exception as error: answer = 'error ' + str(error)
            print(answer, flush=True)
        """;

    private static readonly Lazy<bool> s_isInstalled = new(() => File.Exists(Interpreter) && Run("import zmq") == 0);

    private readonly Process _process;

    private LibzmqPeer(Process process) => _process = process;

    /// <summary>Starts one; skips the test, by name, where there is no libzmq.</summary>
    internal static LibzmqPeer StartOrSkip()
    {
        Assert.SkipUnless(s_isInstalled.Value, Missing);
        var start = new ProcessStartInfo(Interpreter) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(Script);
        return new LibzmqPeer(Process.Start(start)!);
    }

    internal async Task<string> Tell(string command, double seconds = 20)
    {
        await _process.StandardInput.WriteLineAsync(command);
        await _process.StandardInput.FlushAsync();
        var answer = await _process.StandardOutput.ReadLineAsync(Messages.Within(seconds));
        Assert.False(answer is null || answer.StartsWith("error ", StringComparison.Ordinal), $"{command}: {answer}");
        return answer!;
    }

    internal Task Send(string name, params ReadOnlySpan<string> frames)
    {
        var command = $"send {name}";
        foreach (var frame in Messages.Of(frames))
            command += " =" + Convert.ToHexString(frame.Span);
        return Tell(command);
    }

    internal async Task<string> Receive(string name, int milliseconds = 10_000)
    {
        var answer = await Tell($"receive {name} {milliseconds}");
        if (answer == "nothing")
            return answer;
        var message = new Multipart();
        foreach (var frame in answer.Split(' '))
            message.Add(Convert.FromHexString(frame[1..]));
        return message.Text();
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static int Run(string code)
    {
        using var process = Process.Start(new ProcessStartInfo(Interpreter, ["-c", code]) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
