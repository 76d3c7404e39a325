namespace Qiansi.Torch.DataLoading;

/// <summary>Makes batches ahead of their use.</summary>
internal static class Prefetching
{
    /// <summary>How often a wait looks whether the work is to stop.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// The results of a function, in order; up to <paramref name="workers"/> are made at the same time, on the thread pool.
    /// </summary>
    /// <remarks>
    /// What a function throws is thrown where its result is due. Ending the enumeration early leaves what was begun to itself.
    /// </remarks>
    public static IEnumerable<TResult> Ahead<TSource, TResult>(IEnumerable<TSource> sources, Func<TSource, TResult> make, int workers)
    {
        var pending = new Queue<Task<TResult>>();
        using var next = sources.GetEnumerator();
        var more = true;
        while (true)
        {
            while (more && pending.Count < workers && (more = next.MoveNext()))
            {
                var source = next.Current;
                pending.Enqueue(Task.Run(() => make(source)));
            }

            if (!pending.TryDequeue(out var first)) yield break;
            while (!((IAsyncResult)first).AsyncWaitHandle.WaitOne(Look)) CheckInterrupt?.Invoke();
            yield return first.GetAwaiter().GetResult();
        }
    }
}
