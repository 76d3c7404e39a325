using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>Largest element of each window; a NaN wins. Padding never wins.</summary>
internal static unsafe class MaxPool
{
    /// <param name="indices">
    /// Where in its plane (row · Width + column) each largest element stands, the first of equals; may be null.
    /// </param>
    public static void Forward<T>(PoolShape shape, T* x, T* y, long* indices)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long area = shape.Height * shape.Width, outputs = shape.OutHeight * shape.OutWidth;
        ThreadTeam.For(shape.Planes, Math.Max(1, 8192 / Math.Max(1, area)), (begin, end) =>
        {
            for (var p = begin; p < end; p++)
            {
                if (shape is { KernelHeight: 2, KernelWidth: 2, StrideX: 2, PadX: 0, PadY: 0, DilationX: 1, DilationY: 1, CeilMode: false })
                    Plane2X2(shape, x + p * area, y + p * outputs, indices == null ? null : indices + p * outputs);
                else Plane(shape, x + p * area, y + p * outputs, indices == null ? null : indices + p * outputs);
            }
        });
    }

    /// <summary>dx from dy: each gradient goes to the element that was largest. dx is overwritten.</summary>
    public static void Backward<T>(PoolShape shape, T* dy, long* indices, T* dx)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long area = shape.Height * shape.Width, outputs = shape.OutHeight * shape.OutWidth;
        ThreadTeam.For(shape.Planes, Math.Max(1, 8192 / Math.Max(1, area)), (begin, end) =>
        {
            for (var p = begin; p < end; p++)
            {
                var plane = dx + p * area;
                new Span<T>(plane, checked((int)area)).Clear();
                for (var i = p * outputs; i < (p + 1) * outputs; i++) plane[indices[i]] += dy[i];
            }
        });
    }

    /// <summary>The common case without bounds to look at, and without branches that guess wrong.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Plane2X2<T>(PoolShape shape, T* x, T* y, long* indices)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long width = shape.Width, outWidth = shape.OutWidth;
        for (long oy = 0; oy < shape.OutHeight; oy++)
        {
            var at = oy * shape.StrideY * width;
            for (long ox = 0; ox < outWidth; ox++, at += 2)
            {
                T a = x[at], b = x[at + 1], c = x[at + width], d = x[at + width + 1];
                var (top, topAt) = Wins(b, a) ? (b, at + 1) : (a, at);
                var (low, lowAt) = Wins(d, c) ? (d, at + width + 1) : (c, at + width);
                var lower = Wins(low, top);
                *y++ = lower ? low : top;
                if (indices != null) *indices++ = lower ? lowAt : topAt;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Wins<T>(T later, T earlier)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => later > earlier | (T.IsNaN(later) & !T.IsNaN(earlier));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Plane<T>(PoolShape shape, T* x, T* y, long* indices)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (long oy = 0; oy < shape.OutHeight; oy++)
        {
            for (long ox = 0; ox < shape.OutWidth; ox++)
            {
                var best = T.NegativeInfinity;
                long bestAt = -1;
                for (long ky = 0; ky < shape.KernelHeight; ky++)
                {
                    var iy = oy * shape.StrideY - shape.PadY + ky * shape.DilationY;
                    if (iy < 0 || iy >= shape.Height) continue;
                    for (long kx = 0; kx < shape.KernelWidth; kx++)
                    {
                        var ix = ox * shape.StrideX - shape.PadX + kx * shape.DilationX;
                        if (ix < 0 || ix >= shape.Width) continue;
                        var value = x[iy * shape.Width + ix];
                        if (bestAt >= 0 && !Wins(value, best)) continue;
                        (best, bestAt) = (value, iy * shape.Width + ix);
                    }
                }

                *y++ = best;
                if (indices != null) *indices++ = bestAt;
            }
        }
    }
}
