using System.Runtime.ExceptionServices;

namespace Qiansi.Engine.Running;

/// <summary>Brings what follows an <c>await</c> in a cell back to the cell thread, while the cell runs.</summary>
/// <remarks>
/// When the cell has ended, work it left behind continues on the thread pool; when it was interrupted,
/// its pending continuations are dropped. While the cell thread itself is blocked in <c>task.Result</c> or <c>task.Wait()</c>,
/// continuations run on the pool as well:
/// without that, <c>F().Result</c> of an async <c>F</c> would wait for itself.
/// What a callback throws has nobody to catch it, as in <c>async void</c>: <paramref name="uncaught"/> is told.
/// </remarks>
internal sealed class CellSynchronizationContext(Thread cellThread, Action<Exception> uncaught) : SynchronizationContext
{
    private const int BlockedCheckMilliseconds = 5;

    private enum Life
    {
        Open,
        Closed,
        Dropped,
    }

    private readonly Queue<(SendOrPostCallback Callback, object? State)> _queue = new();
    private bool _pumping;
    private bool _watched;
    private Life _life;

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (state is ExceptionDispatchInfo thrown)
        {
            // This is how the runtime hands over what an async void method threw.
            uncaught(thrown.SourceException);
            return;
        }

        lock (_queue)
        {
            if (_life == Life.Dropped) return;
            if (_life == Life.Open)
            {
                _queue.Enqueue((d, state));
                Monitor.Pulse(_queue);
                if (_pumping || _watched) return;
                _watched = true;
                _ = WatchForBlockedThreadAsync();
                return;
            }
        }

        ThreadPool.QueueUserWorkItem(_ => d(state));
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (Thread.CurrentThread == cellThread) d(state);
        else base.Send(d, state);
    }

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs continuations on the calling thread until the task has ended.</summary>
    public void PumpUntil(Task task)
    {
        if (task.IsCompleted) return;
        task.ContinueWith(_ => WakePump(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        while (TryTake(task, out var callback, out var state))
        {
            try
            {
                callback(state);
            }
            catch (Exception e)
            {
                uncaught(e);
            }
        }
    }

    /// <summary>The cell has ended: what is left goes to the pool, or nowhere when the cell was interrupted.</summary>
    public void Close(bool drop)
    {
        lock (_queue)
        {
            _life = drop ? Life.Dropped : Life.Closed;
            if (drop) _queue.Clear();
            else DrainOnPool();
        }
    }

    private void WakePump()
    {
        lock (_queue) Monitor.Pulse(_queue);
    }

    private bool TryTake(Task until, out SendOrPostCallback callback, out object? state)
    {
        lock (_queue)
        {
            _pumping = true;
            while (_queue.Count == 0 && !until.IsCompleted) WaitForWork();
            _pumping = false;
            (callback, state) = _queue.Count > 0 ? _queue.Dequeue() : (null!, null);
            return callback is not null;
        }
    }

    private void WaitForWork()
    {
        try
        {
            Monitor.Wait(_queue);
        }
        catch (ThreadInterruptedException)
        {
            // An interrupt meant for the cell's own sleep came late; the cell's cancellation token ends this wait.
        }
    }

    private void DrainOnPool()
    {
        while (_queue.TryDequeue(out var work))
        {
            var (callback, state) = work;
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }
    }

    private async Task WatchForBlockedThreadAsync()
    {
        while (true)
        {
            await Task.Delay(BlockedCheckMilliseconds).ConfigureAwait(false);
            lock (_queue)
            {
                if (!_pumping && (cellThread.ThreadState & ThreadState.WaitSleepJoin) != 0) DrainOnPool();
                if (_queue.Count > 0 && _life == Life.Open) continue;
                _watched = false;
                return;
            }
        }
    }
}
