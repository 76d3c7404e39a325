using System.Threading.Channels;

namespace Qiansi.Server.Channels;

/// <summary>What waits to be sent to one receiver, in order, sent by a loop of its own so that a slow receiver holds up no other.</summary>
internal sealed class SendQueue<T>
{
    private readonly Channel<(T Item, long Size)> _items = Channel.CreateUnbounded<(T, long)>();
    private readonly Func<T, ValueTask> _send;
    private readonly Task _loop;
    private long _waiting;
    private volatile TaskCompletionSource _progress = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="send">Sends one; a failure ends the queue.</param>
    public SendQueue(Func<T, ValueTask> send)
    {
        _send = send;
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Bytes that wait.</summary>
    public long Waiting => Interlocked.Read(ref _waiting);

    /// <summary>Completes when the queue has ended; failed when sending did.</summary>
    public Task Ended => _loop;

    /// <summary>Adds one; false once the queue has ended.</summary>
    public bool Add(T item, long size)
    {
        Interlocked.Add(ref _waiting, size);
        return _items.Writer.TryWrite((item, size));
    }

    /// <summary>No more are added; those that wait are still sent.</summary>
    public void Complete() => _items.Writer.TryComplete();

    /// <summary>Ends the queue at once.</summary>
    /// <returns>What has not been taken up for sending, in order.</returns>
    public IReadOnlyList<T> Drain()
    {
        Complete();
        var rest = new List<T>();
        while (_items.Reader.TryRead(out var entry)) rest.Add(entry.Item);
        return rest;
    }

    /// <summary>Waits until no more than so many bytes wait.</summary>
    /// <returns>False when that did not come about in time.</returns>
    public async ValueTask<bool> WaitForRoomAsync(long limit, TimeSpan patience)
    {
        if (Waiting <= limit) return true;
        var end = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        while (true)
        {
            var progress = _progress.Task;
            if (Waiting <= limit || _loop.IsCompleted) return true;
            var left = end - Environment.TickCount64;
            if (left <= 0) return false;
            await Task.WhenAny(progress, Task.Delay(TimeSpan.FromMilliseconds(left)));
        }
    }

    private async Task RunAsync()
    {
        try
        {
            await foreach (var (item, size) in _items.Reader.ReadAllAsync())
            {
                await _send(item);
                Interlocked.Add(ref _waiting, -size);
                Interlocked.Exchange(ref _progress, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
            }
        }
        finally
        {
            _items.Writer.TryComplete();
            _progress.TrySetResult();
        }
    }
}
