using System.Numerics;

namespace Qiansi.Torch.Kernels;

/// <summary>Rows of a contiguous (rows, width) table by index. Indices are the caller's to check.</summary>
internal static unsafe class Embedding
{
    /// <summary>
    /// table[indices[i]] += dy[i], for i in order, whatever the number of threads: each thread adds to its own range of the table.
    /// </summary>
    /// <param name="skip">An index whose rows are left out (padding_idx), or -1.</param>
    public static void ScatterAdd<T>(T* table, long rows, long width, long* indices, long count, T* dy, long skip)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (count * width < 32768) AddRows(table, 0, rows, width, indices, count, dy, skip);
        else ThreadTeam.For(rows, Math.Max(1, rows / ThreadTeam.Threads),
            (begin, end) => AddRows(table, begin, end, width, indices, count, dy, skip));
    }

    private static void AddRows<T>(T* table, long first, long last, long width, long* indices, long count, T* dy, long skip)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (long i = 0; i < count; i++)
        {
            var row = indices[i];
            if (row < first || row >= last || row == skip) continue;
            Binary.Part(default(Add<T>), table + row * width, 1, dy + i * width, 1, table + row * width, width);
        }
    }
}
