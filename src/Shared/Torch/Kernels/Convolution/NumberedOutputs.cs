using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>Takes columns of output numbers (<see cref="PaddedImage"/>) to the places of the outputs.</summary>
internal static unsafe class NumberedOutputs
{
    /// <summary>
    /// Writes a tile of <paramref name="rows"/> channels by <paramref name="columns"/> numbers from <paramref name="first"/> on, plus bias,
    /// to y's planes; drops what is no output.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Write<T>(ConvShape shape, PaddedImage image, T* tile, long rows, long columns, long first, T* bias, T* y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long width = shape.OutWidth, plane = shape.OutHeight * width;
        var (oy, ox) = Math.DivRem(first, image.Pitch);
        for (long j = 0; j < columns && oy < shape.OutHeight; oy++)
        {
            var take = Math.Min(columns - j, width - ox);
            if (take > 0)
            {
                var target = y + oy * width + ox;
                for (long r = 0; r < rows; r++)
                {
                    T* from = tile + r * columns + j, to = target + r * plane;
                    var shift = bias == null ? T.Zero : bias[r];
                    long i = 0;
                    for (var b = Vec256<T>.Broadcast(shift); i + Vec256<T>.Count <= take; i += Vec256<T>.Count)
                        (Vec256<T>.Load(from + i) + b).Store(to + i);
                    for (; i < take; i++) to[i] = from[i] + shift;
                }
            }

            j += image.Pitch - ox;
            ox = 0;
        }
    }
}
