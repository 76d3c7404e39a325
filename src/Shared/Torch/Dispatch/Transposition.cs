using System.Runtime.CompilerServices;
using Qiansi.Torch.Kernels;

namespace Qiansi.Torch.Dispatch;

/// <summary>Copies where neighbours of the target lie far apart in the source: a transpose, channels moved last.</summary>
/// <remarks>
/// Element by element such a copy reads a whole cache line for each number. Here planes of the two dimensions, the one that is contiguous
/// in the source and the one that is in the target, are copied in small squares, so that every line is used while it is there.
/// </remarks>
internal static unsafe class Transposition
{
    private const long Square = 16;
    private const long Grain = 32768;

    /// <summary>Copies if this is such a copy: to row-major memory, of one type, large enough to matter.</summary>
    /// <returns>Whether it was done.</returns>
    public static bool Run(Tensor from, Tensor to)
    {
        if (!to.rowMajor || to.count < 1024 || from.sizes.Length != to.sizes.Length || !Shape.Same(from.sizes, to.sizes)) return false;
        var (sizes, strides) = Merged(from);
        var last = sizes.Length - 1;
        var near = Array.IndexOf(strides, 1);
        if (near < 0 || near == last || sizes[near] < 4 || sizes[last] < 4) return false;
        switch (to.type.ElementSize())
        {
            case 1: Planes(from.Data, to.Data, sizes, strides, near); break;
            case 2: Planes((short*)from.Data, (short*)to.Data, sizes, strides, near); break;
            case 4: Planes((float*)from.Data, (float*)to.Data, sizes, strides, near); break;
            default: Planes((long*)from.Data, (long*)to.Data, sizes, strides, near); break;
        }
        GC.KeepAlive(from);
        GC.KeepAlive(to);
        return true;
    }

    /// <summary>
    /// Sizes and source strides with neighbouring dimensions that lie one in the other as one; the target is row-major, so its follow.
    /// </summary>
    private static (long[] Sizes, long[] Strides) Merged(Tensor from)
    {
        List<long> sizes = [], strides = [];
        for (var i = 0; i < from.sizes.Length; i++)
        {
            if (from.sizes[i] == 1) continue;
            if (sizes.Count > 0 && strides[^1] == from.strides[i] * from.sizes[i])
            {
                sizes[^1] *= from.sizes[i];
                strides[^1] = from.strides[i];
                continue;
            }
            sizes.Add(from.sizes[i]);
            strides.Add(from.strides[i]);
        }
        return ([.. sizes], [.. strides]);
    }

    private static void Planes<T>(T* from, T* to, long[] sizes, long[] strides, int near) where T : unmanaged
    {
        var last = sizes.Length - 1;
        var row = Shape.Count(sizes.AsSpan(near + 1));   // from one element along the near dimension to the next, in the target
        var planes = Shape.Count(sizes) / (sizes[near] * sizes[last]);
        // A task is a strip of a plane: some of the near dimension, all of the last one.
        var strips = (sizes[near] + Square - 1) / Square;
        ThreadTeam.For(planes * strips, Math.Max(1, Grain / (Square * sizes[last])), (begin, end) =>
        {
            for (var task = begin; task < end; task++)
            {
                var (plane, strip) = Math.DivRem(task, strips);
                long source = 0, target = 0, step = 1;
                for (var d = last; d >= 0; step *= sizes[d--])
                {
                    if (d == last || d == near) continue;
                    (plane, var index) = Math.DivRem(plane, sizes[d]);
                    source += index * strides[d];
                    target += index * step;
                }
                var first = strip * Square;
                Strip(from + source + first, strides[last], to + target + (first * row), row, Math.Min(Square, sizes[near] - first),
                    sizes[last]);
            }
        });
    }

    /// <summary>to[j·row + i] = from[i·line + j] for j below height, i below width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Strip<T>(T* from, long line, T* to, long row, long height, long width) where T : unmanaged
    {
        for (long i = 0; i < width; i += Square)
        {
            var columns = Math.Min(Square, width - i);
            long j = 0;
            if (sizeof(T) == sizeof(float) && columns == Square)
            {
                // Interleave4 turns four lines of the source into four elements of each row of the target.
                for (long c = 0; c < columns; c += 4)
                    Panels.Interleave4((float*)from + ((i + c) * line), line, height, (float*)to + i + c, row);
                j = height;
            }
            for (; j < height; j++)
            {
                for (var c = i; c < i + columns; c++) to[(j * row) + c] = from[(c * line) + j];
            }
        }
    }
}
