using System.Diagnostics;

namespace Qiansi.Torch.Kernels;

/// <summary>
/// Parallel loops over ranges with little overhead. Workers live as long as the process; after a loop they spin for
/// <see cref="SpinMicroseconds"/> and then park. The range is cut into as many contiguous parts as there are threads, always in the same
/// places, so results depend on the thread count alone, whoever takes a part. The caller begins with the first part and goes on with those
/// that no worker has begun. A loop within a loop runs on its own thread.
/// </summary>
/// <remarks>
/// On a machine that is busy with other work a worker may lose its processor in the middle of a part, and the caller stands still. After
/// such a wait the caller works alone for a while, longer each time it happens soon again.
/// </remarks>
internal static class ThreadTeam
{
    private const int SpinMicroseconds = 60;
    private static readonly TimeSpan ShortestSolo = TimeSpan.FromMilliseconds(10), LongestSolo = TimeSpan.FromMilliseconds(320);
    private static readonly TimeSpan LongWait = TimeSpan.FromMicroseconds(300);
    private static readonly Lock Gate = new();
    private static readonly SemaphoreSlim CallerWake = new(0);
    private static Worker[] _workers = [];
    private static int _threads = ThreadCount.From(Environment.GetEnvironmentVariable, Environment.ProcessorCount);
    private static long _generation;
    private static int _callerParked;
    private static ParallelLoop? _loop;
    private static long _soloUntil;
    private static TimeSpan _solo = ShortestSolo;

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
        var parts = (int)Math.Min(_threads, (n + grain - 1) / grain);
        if (parts == 1 || _inside || !Gate.TryEnter())
        {
            body(0, n);
            return;
        }

        try
        {
            _inside = true;
            Run(new ParallelLoop(n, grain, parts, body));
        }
        finally
        {
            _inside = false;
            Gate.Exit();
        }
    }

    private static void Run(ParallelLoop loop)
    {
        var begun = Stopwatch.GetTimestamp();
        if (begun < _soloUntil)
        {
            loop.RunFrom(0);
        }
        else
        {
            if (_workers.Length < loop.Parts - 1) Hire(loop.Parts - 1);
            Volatile.Write(ref _loop, loop);
            Interlocked.Increment(ref _generation);
            for (var i = 0; i < loop.Parts - 1; i++) _workers[i].WakeIfParked();
            loop.RunFrom(0);
            WaitFor(loop, begun);
            Volatile.Write(ref _loop, null);
        }

        loop.Error?.Throw();
    }

    /// <summary>Waits for the parts that workers have begun.</summary>
    private static void WaitFor(ParallelLoop loop, long begun)
    {
        if (loop.HasEnded) return;
        var start = Stopwatch.GetTimestamp();
        while (!loop.HasEnded)
        {
            Thread.SpinWait(8);
            if (Stopwatch.GetElapsedTime(start).TotalMicroseconds < 4 * SpinMicroseconds) continue;
            Volatile.Write(ref _callerParked, 1);
            Interlocked.MemoryBarrier();
            if (!loop.HasEnded || Interlocked.Exchange(ref _callerParked, 0) == 0) CallerWake.Wait();
            Volatile.Write(ref _callerParked, 0);
        }

        var waited = Stopwatch.GetElapsedTime(start);
        if (waited > LongWait && waited > Stopwatch.GetElapsedTime(begun, start)) WorkAlone();
    }

    private static void WorkAlone()
    {
        var now = Stopwatch.GetTimestamp();
        var isSoonAgain = Stopwatch.GetElapsedTime(_soloUntil, now) < _solo;
        _solo = !isSoonAgain ? ShortestSolo : _solo < LongestSolo ? _solo * 2 : LongestSolo;
        _soloUntil = now + (long)(_solo.TotalSeconds * Stopwatch.Frequency);
    }

    private static void Hire(int count)
    {
        var workers = new Worker[count];
        _workers.CopyTo(workers, 0);
        for (var i = _workers.Length; i < count; i++) workers[i] = new Worker(i + 1, Volatile.Read(ref _generation));
        _workers = workers;
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
                _seen = Volatile.Read(ref _generation);
                // Null when the loop was over before this worker looked: it was not needed.
                if (Volatile.Read(ref _loop) is not { } loop || _index >= loop.Parts) continue;
                if (loop.RunFrom(_index) && Interlocked.Exchange(ref _callerParked, 0) == 1) CallerWake.Release();
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
