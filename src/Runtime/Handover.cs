using System.Collections.Concurrent;
using System.ComponentModel;

namespace Qiansi.Runtime;

/// <summary>Where a value waits that another language hands to a C# cell.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Handover
{
    private static readonly ConcurrentDictionary<int, object?> Waiting = new();
    private static int s_count;

    /// <summary>Puts a value down; the ticket is for <see cref="Take"/>, once.</summary>
    public static int Put(object? value)
    {
        var ticket = Interlocked.Increment(ref s_count);
        Waiting[ticket] = value;
        return ticket;
    }

    /// <summary>Takes a value away.</summary>
    public static object? Take(int ticket) =>
        Waiting.TryRemove(ticket, out var value) ? value : throw new InvalidOperationException($"No value waits under ticket {ticket}.");
}
