namespace Qiansi.Torch.Kernels;

/// <summary>
/// Where the rows of queries, keys, values or outputs stand: element d of row i of head h of sample b at start[b·batch + h·head + i·row +
/// d].
/// </summary>
internal readonly unsafe struct AttentionRows<T>(T* start, long batch, long head, long row)
    where T : unmanaged
{
    public long Row => row;

    public T* Head(long b, long h) => start + b * batch + h * head;

    /// <summary>Contiguous (batch, heads, length, width).</summary>
    public static AttentionRows<T> Contiguous(T* start, long heads, long length, long width) =>
        new(start, heads * length * width, length * width, width);
}

/// <summary>The sizes of an attention, and what may be seen.</summary>
/// <param name="Queries">Rows of the queries and of the output.</param>
/// <param name="Keys">Rows of the keys and values.</param>
/// <param name="Width">Columns of queries and keys.</param>
/// <param name="ValueWidth">Columns of values and output.</param>
/// <param name="Causal">Whether query i sees keys 0 to i only.</param>
internal readonly record struct AttentionShape(long Batch, long Heads, long Queries, long Keys, long Width, long ValueWidth, bool Causal);
