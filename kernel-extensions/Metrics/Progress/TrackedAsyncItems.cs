using Qiansi.Contracts;
using Qiansi.Runtime;

namespace Qiansi.Metrics;

/// <summary>Items that come asynchronously and whose loop has a bar. Made by <see cref="Progress"/>.</summary>
/// <typeparam name="T">Type of the items.</typeparam>
public sealed class TrackedAsyncItems<T> : IAsyncEnumerable<T>
{
    private readonly IAsyncEnumerable<T> _items;
    private readonly BarTask _task;

    internal TrackedAsyncItems(IAsyncEnumerable<T> items, BarTask task) => (_items, _task) = (items, task);

    /// <summary>The bar of the loop that runs, or ran last; null before the first.</summary>
    public ProgressBar? Bar { get; private set; }

    /// <summary>Shows a value behind the bar: <c>loss 0.231</c>.</summary>
    public void Set(string name, object? value) => Bar?.Set(name, value);

    /// <inheritdoc />
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var bar = Bar = ProgressGroup.OfCaller().Start(_task);
        try
        {
            await foreach (var item in _items.WithCancellation(cancellationToken))
            {
                Guard.Loop();
                yield return item;
                bar.Advance();
            }

            bar.Complete();
        }
        finally
        {
            bar.Finish(BarEnd.Stopped); // left before its end: nothing happens when it is complete
        }
    }
}
