using Qiansi.Runtime;

namespace Qiansi.Engine.Running;

/// <summary>The one thread the cells of a session run on, one after the other.</summary>
internal sealed class CellThread : IDisposable
{
    private readonly Queue<Action> _work = new();
    private readonly Thread _thread;
    private bool _disposed;

    public CellThread()
    {
        _thread = new Thread(Run, Guard.StackSize) { IsBackground = true, Name = "cells" };
        _thread.Start();
    }

    /// <summary>The thread, for interrupts.</summary>
    public Thread Thread => _thread;

    /// <summary>Queues work; the task ends with what it returned or threw.</summary>
    public Task<T> RunAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_work)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _work.Enqueue(() =>
            {
                try
                {
                    done.SetResult(work());
                }
                catch (Exception e)
                {
                    done.SetException(e);
                }
            });
            Monitor.Pulse(_work);
        }

        return done.Task;
    }

    /// <summary>Ends the thread after the work that is already queued.</summary>
    public void Dispose()
    {
        lock (_work)
        {
            _disposed = true;
            Monitor.Pulse(_work);
        }
    }

    private void Run()
    {
        Guard.AdoptThread();
        while (TryTake(out var work)) work();
    }

    private bool TryTake(out Action work)
    {
        lock (_work)
        {
            while (_work.Count == 0 && !_disposed) Monitor.Wait(_work);
            return _work.TryDequeue(out work!);
        }
    }
}
