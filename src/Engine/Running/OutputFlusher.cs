namespace Qiansi.Engine.Running;

/// <summary>One thread that hands over what cells have printed, shortly after they print it; started by the first print.</summary>
/// <remarks>A thread of its own rather than a pool timer, because cells keep the pool busy for long.</remarks>
internal static class OutputFlusher
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(15);
    private static readonly Lock Gate = new();
    private static readonly List<CellOutput> Waiting = [];
    private static readonly AutoResetEvent Wake = new(false);
    private static bool _started;

    /// <summary>Has an output flushed within about 20 ms.</summary>
    public static void Schedule(CellOutput output)
    {
        lock (Gate)
        {
            Waiting.Add(output);
            if (!_started)
            {
                // The thread outlives the cell that happens to print first, so it must not carry that cell's context.
                using (ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow())
                    new Thread(Run) { IsBackground = true, Name = "Cell output" }.Start();
                _started = true;
            }
        }

        Wake.Set();
    }

    private static void Run()
    {
        while (true)
        {
            Wake.WaitOne();
            Thread.Sleep(Delay);
            CellOutput[] due;
            lock (Gate)
            {
                due = [.. Waiting];
                Waiting.Clear();
            }

            foreach (var output in due)
            {
                try
                {
                    output.Flush();
                }
                catch (Exception)
                {
                    // The front end is gone. Its own connection reports that, and other cells' output must still flow.
                }
            }
        }
    }
}
