using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace Qiansi.Torch.Kernels;

/// <summary>
/// Parallel loops over ranges with little overhead. Workers live as long as the process; after a loop they spin for
/// <see cref="SpinMicroseconds"/> and then park. The range is cut into as many contiguous parts as there are threads, always in the same
/// places, so results depend on the thread count alone. The caller works on the first part. A loop within a loop runs on its own thread.
/// </summary>
internal static class ThreadTeam
{
    private const int SpinMicroseconds = 60;
    private static readonly Lock Gate = new();
    private static Worker[] _workers = [];
    private static int _threads = DefaultThreads();
    private static long _generation;
    private static int _pending;
    private static int _callerParked;
    private static readonly SemaphoreSlim CallerWake = new(0);
    private static Loop? _loop;

    [ThreadStatic]
    private static bool _inside;

    /// <summary>How many threads a loop uses at most; 1 or more. Set it between loops.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 1, or more than 1024.</exception>
    public static int Threads
    {
        get => _threads;
        set
        {
            if (value is < 1 or > 1024)
                throw new ArgumentOutOfRangeException(nameof(value), $"set_num_threads: {value} threads asked; it can be 1 to 1024.");
            _threads = value;
        }
    }

    /// <summary>
    /// Calls <paramref name="body"/> with ranges [begin, end) that cover [0, n) once. No range but the last is cut within a multiple of
    /// <paramref name="grain"/>, and no thread is woken for less than one grain.
    /// </summary>
    /// <exception cref="Exception">The first exception of the body, after all parts have ended.</exception>
    public static void For(long n, long grain, Action<long, long> body)
    {
        if (n <= 0) return;
        var grains = (n + grain - 1) / grain;
        var parts = (int)Math.Min(_threads, grains);
        if (parts == 1 || _inside || !Gate.TryEnter())
        {
            body(0, n);
            return;
        }

        try
        {
            _inside = true;
            Run(new Loop(_generation + 1, n, grain, grains, parts, body));
        }
        finally
        {
            _inside = false;
            Gate.Exit();
        }
    }

    private static void Run(Loop loop)
    {
        if (_workers.Length < loop.Parts - 1) Hire(loop.Parts - 1);
        // In this order: a worker may see the loop before its generation is announced, and must find the count already set.
        Volatile.Write(ref _pending, loop.Parts - 1);
        Volatile.Write(ref _loop, loop);
        Interlocked.Exchange(ref _generation, loop.Generation);
        for (var i = 0; i < loop.Parts - 1; i++) _workers[i].WakeIfParked();
        loop.RunPart(0);
        WaitForWorkers();
        Volatile.Write(ref _loop, null);
        loop.Error?.Throw();
    }

    private static void WaitForWorkers()
    {
        var start = Stopwatch.GetTimestamp();
        while (Volatile.Read(ref _pending) != 0)
        {
            Thread.SpinWait(8);
            if (Stopwatch.GetElapsedTime(start).TotalMicroseconds < 4 * SpinMicroseconds) continue;
            Volatile.Write(ref _callerParked, 1);
            Interlocked.MemoryBarrier();
            if (Volatile.Read(ref _pending) != 0 || Interlocked.Exchange(ref _callerParked, 0) == 0) CallerWake.Wait();
            Volatile.Write(ref _callerParked, 0);
        }
    }

    private static void Hire(int count)
    {
        var workers = new Worker[count];
        _workers.CopyTo(workers, 0);
        for (var i = _workers.Length; i < count; i++) workers[i] = new Worker(i + 1, Volatile.Read(ref _generation));
        _workers = workers;
    }

    private static int DefaultThreads()
    {
        var setting = Environment.GetEnvironmentVariable("QIANSI_NUM_THREADS");
        if (string.IsNullOrEmpty(setting)) return Environment.ProcessorCount;
        return int.TryParse(setting, out var threads) && threads is >= 1 and <= 1024
            ? threads
            : throw new InvalidOperationException($"QIANSI_NUM_THREADS is '{setting}'; it can be 1 to 1024.");
    }

    /// <summary>One loop: its cuts, its body, and the first thing that went wrong.</summary>
    private sealed class Loop(long generation, long n, long grain, long grains, int parts, Action<long, long> body)
    {
        private ExceptionDispatchInfo? _error;

        public long Generation => generation;

        public int Parts => parts;

        public ExceptionDispatchInfo? Error => _error;

        public void RunPart(int part)
        {
            var begin = grains * part / parts * grain;
            var end = Math.Min(n, grains * (part + 1) / parts * grain);
            try
            {
                if (_error is null) body(begin, end);
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref _error, ExceptionDispatchInfo.Capture(e), null);
            }
        }
    }

    private sealed class Worker
    {
        private readonly SemaphoreSlim _wake = new(0);
        private readonly int _index;
        private int _parked;
        private long _seen;

        public Worker(int index, long generation)
        {
            (_index, _seen) = (index, generation);
            new Thread(Work) { IsBackground = true, Name = $"torch worker {index}" }.UnsafeStart();
        }

        public void WakeIfParked()
        {
            if (Interlocked.Exchange(ref _parked, 0) == 1) _wake.Release();
        }

        private void Work()
        {
            _inside = true;
            while (true)
            {
                WaitForLoop();
                var generation = Volatile.Read(ref _generation);
                var loop = Volatile.Read(ref _loop);
                if (loop is null)
                {
                    _seen = generation;   // over before this worker looked: it was not needed
                    continue;
                }

                if (loop.Generation <= _seen) continue;
                _seen = loop.Generation;
                if (_index >= loop.Parts) continue;
                loop.RunPart(_index);
                if (Interlocked.Decrement(ref _pending) == 0 && Interlocked.Exchange(ref _callerParked, 0) == 1) CallerWake.Release();
            }
        }

        private void WaitForLoop()
        {
            var start = Stopwatch.GetTimestamp();
            while (Volatile.Read(ref _generation) <= _seen)
            {
                Thread.SpinWait(8);
                if (Stopwatch.GetElapsedTime(start).TotalMicroseconds < SpinMicroseconds) continue;
                Volatile.Write(ref _parked, 1);
                Interlocked.MemoryBarrier();
                if (Volatile.Read(ref _generation) <= _seen || Interlocked.Exchange(ref _parked, 0) == 0) _wake.Wait();
            }
        }
    }
}
