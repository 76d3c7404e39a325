using System.Net;
using System.Net.Sockets;

namespace Qiansi.Jupyter.Zmtp.Io;

/// <summary>
/// The one background thread that does the input and output of all ZMTP sockets, with readiness polling. It is a thread of its own, and
/// not the thread pool, so that a cell which blocks every pool thread cannot keep an interrupt or a heartbeat from arriving.
/// </summary>
internal sealed class IoThread
{
    private static readonly Lazy<IoThread> s_shared = new(() => new IoThread());

    private readonly Lock _signalGate = new();
    private List<Pollable> _signals = [];
    private List<Pollable> _taken = [];
    private readonly List<Pollable> _watched = [];
    private readonly Dictionary<Socket, Pollable> _bySocket = [];
    private readonly List<Socket> _readable = [];
    private readonly List<Socket> _writable = [];
    private readonly List<Socket> _failed = [];
    private readonly Socket _wake;
    private readonly byte[] _wakeBuffer = new byte[1];
    private int _sleeping;

    private IoThread()
    {
        // A datagram socket connected to itself wakes the thread out of its poll on every platform.
        _wake = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        // Non-blocking from the start: a blocking call would start .NET's own polling threads, which nothing here needs.
        _wake.Blocking = false;
        _wake.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _wake.Connect(_wake.LocalEndPoint!);
        new Thread(Run, maxStackSize: 256 * 1024) { IsBackground = true, Name = "zmtp-io" }.Start();
    }

    internal static IoThread Shared => s_shared.Value;

    /// <summary>What connections receive into before their bytes are decoded; only for use on this thread.</summary>
    internal byte[] ReceiveBuffer { get; } = GC.AllocateUninitializedArray<byte>(64 * 1024);

    /// <summary>Has the thread call <see cref="Pollable.OnSignal"/> soon; any thread may call this, under any lock.</summary>
    internal void Signal(Pollable pollable)
    {
        lock (_signalGate)
        {
            if (pollable.IsSignalled)
                return;
            pollable.IsSignalled = true;
            _signals.Add(pollable);
        }

        if (Interlocked.Exchange(ref _sleeping, 0) == 1)
            _wake.Send("!"u8);
    }

    /// <summary>Starts watching; on this thread only.</summary>
    internal void Watch(Pollable pollable) => _watched.Add(pollable);

    /// <summary>Stops watching; on this thread only.</summary>
    internal void Unwatch(Pollable pollable) => _watched.Remove(pollable);

    private void Run()
    {
        while (true)
        {
            RunSignals();
            Poll();
            RunReady();
            RunDeadlines();
        }
    }

    private void RunSignals()
    {
        lock (_signalGate)
        {
            (_signals, _taken) = (_taken, _signals);
            foreach (var pollable in _taken)
                pollable.IsSignalled = false;
        }

        foreach (var pollable in _taken)
        {
            try
            {
                pollable.OnSignal();
            }
            catch (Exception exception)
            {
                pollable.OnFailure(exception);
            }
        }

        _taken.Clear();
    }

    private void Poll()
    {
        _readable.Clear();
        _writable.Clear();
        _failed.Clear();
        _bySocket.Clear();
        _readable.Add(_wake);
        var deadline = Pollable.Never;
        foreach (var pollable in _watched)
        {
            deadline = Math.Min(deadline, pollable.Deadline);
            if (pollable.Socket is not { } socket || !(pollable.WantsRead || pollable.WantsWrite))
                continue;
            _bySocket[socket] = pollable;
            if (pollable.WantsRead)
                _readable.Add(socket);
            if (pollable.WantsWrite)
            {
                _writable.Add(socket);
                _failed.Add(socket);
            }
        }

        Interlocked.Exchange(ref _sleeping, 1);
        int count;
        lock (_signalGate)
            count = _signals.Count;
        var timeout = count > 0 ? 0 : MicrosecondsUntil(deadline);
        Socket.Select(_readable, _writable, _failed, timeout);
        Interlocked.Exchange(ref _sleeping, 0);
    }

    private static int MicrosecondsUntil(long deadline)
    {
        if (deadline == Pollable.Never)
            return -1;
        var milliseconds = Math.Clamp(deadline - Environment.TickCount64, 0, 1_000_000);
        return (int)(1000 * milliseconds);
    }

    private void RunReady()
    {
        foreach (var socket in _readable)
        {
            if (socket == _wake)
                _wake.Receive(_wakeBuffer);
            else
                Run(socket, write: false);
        }

        foreach (var socket in _writable)
            Run(socket, write: true);
        foreach (var socket in _failed)
            Run(socket, write: true);
    }

    private void Run(Socket socket, bool write)
    {
        // A handler before this one may have closed it, or stopped wanting.
        if (!_bySocket.TryGetValue(socket, out var pollable) || pollable.Socket != socket)
            return;
        try
        {
            if (write && pollable.WantsWrite)
                pollable.OnWritable();
            else if (!write && pollable.WantsRead)
                pollable.OnReadable();
        }
        catch (Exception exception)
        {
            pollable.OnFailure(exception);
        }
    }

    private void RunDeadlines()
    {
        var now = Environment.TickCount64;
        for (var i = _watched.Count - 1; i >= 0; i--)
        {
            // Handlers may take several off the list.
            if (i >= _watched.Count || _watched[i].Deadline > now)
                continue;
            var pollable = _watched[i];
            pollable.Deadline = Pollable.Never;
            try
            {
                pollable.OnDeadline(now);
            }
            catch (Exception exception)
            {
                pollable.OnFailure(exception);
            }
        }
    }
}
