using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>Mean of each window; and adaptive pooling, whose windows cut the plane into a given number of parts.</summary>
internal static unsafe class AveragePool
{
    /// <param name="countPadding">Whether zeros of the padding count as elements (count_include_pad).</param>
    public static void Forward<T>(PoolShape shape, T* x, T* y, bool countPadding)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            Each(shape.Planes, shape.Height * shape.Width, shape.OutHeight, shape.OutWidth, (p, oy, ox) =>
        {
            var window = Window(shape, oy, ox, countPadding);
            y[(p * shape.OutHeight + oy) * shape.OutWidth + ox] = Sum(x + p * shape.Height * shape.Width, shape.Width,
                window) / T.CreateTruncating(window.Count);
        });

    /// <summary>dx from dy; overwritten.</summary>
    public static void Backward<T>(PoolShape shape, T* dy, T* dx, bool countPadding)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Clear(dx, shape.Planes * shape.Height * shape.Width);
        Each(shape.Planes, shape.Height * shape.Width, shape.OutHeight, shape.OutWidth, (p, oy, ox) =>
        {
            var window = Window(shape, oy, ox, countPadding);
            Spread(dx + p * shape.Height * shape.Width, shape.Width, window,
                dy[(p * shape.OutHeight + oy) * shape.OutWidth + ox] / T.CreateTruncating(window.Count));
        });
    }

    /// <summary>(planes, height, width) to (planes, outHeight, outWidth): window o covers ⌊o·n/out⌋ to ⌈(o + 1)·n/out⌉.</summary>
    public static void AdaptiveForward<T>(long planes, long height, long width, long outHeight, long outWidth, T* x, T* y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (outHeight == 1 && outWidth == 1)
        {
            var area = height * width;
            ThreadTeam.For(planes, Math.Max(1, 16384 / Math.Max(1, area)), (begin, end) =>
            {
                for (var p = begin; p < end; p++) y[p] = Reduce.Sum(x + p * area, area) / T.CreateTruncating(area);
            });
            return;
        }

        Each(planes, height * width, outHeight, outWidth, (p, oy, ox) =>
        {
            var window = Adaptive(height, width, outHeight, outWidth, oy, ox);
            y[(p * outHeight + oy) * outWidth + ox] = Sum(x + p * height * width, width, window) / T.CreateTruncating(window.Count);
        });
    }

    /// <summary>dx from dy; overwritten.</summary>
    public static void AdaptiveBackward<T>(long planes, long height, long width, long outHeight, long outWidth, T* dy, T* dx)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Clear(dx, planes * height * width);
        Each(planes, height * width, outHeight, outWidth, (p, oy, ox) =>
        {
            var window = Adaptive(height, width, outHeight, outWidth, oy, ox);
            Spread(dx + p * height * width, width, window, dy[(p * outHeight + oy) * outWidth + ox] / T.CreateTruncating(window.Count));
        });
    }

    private static void Each(long planes, long area, long outHeight, long outWidth, Action<long, long, long> window) =>
        ThreadTeam.For(planes, Math.Max(1, 8192 / Math.Max(1, area)), (begin, end) =>
        {
            for (var p = begin; p < end; p++)
            {
                for (long oy = 0; oy < outHeight; oy++)
                {
                    for (long ox = 0; ox < outWidth; ox++) window(p, oy, ox);
                }
            }
        });

    private static PoolWindow Window(PoolShape shape, long oy, long ox, bool countPadding)
    {
        long top = oy * shape.StrideY - shape.PadY, left = ox * shape.StrideX - shape.PadX;
        // A window of ceil mode may reach beyond the padding; what lies there counts in no case.
        long bottom = Math.Min(top + shape.KernelHeight, shape.Height + shape.PadY),
            right = Math.Min(left + shape.KernelWidth, shape.Width + shape.PadX);
        long y0 = Math.Max(0, top), y1 = Math.Min(shape.Height, bottom), x0 = Math.Max(0, left), x1 = Math.Min(shape.Width, right);
        return new PoolWindow(y0, y1, x0, x1, countPadding ? (bottom - top) * (right - left) : (y1 - y0) * (x1 - x0));
    }

    private static PoolWindow Adaptive(long height, long width, long outHeight, long outWidth, long oy, long ox)
    {
        long y0 = oy * height / outHeight, y1 = ((oy + 1) * height + outHeight - 1) / outHeight;
        long x0 = ox * width / outWidth, x1 = ((ox + 1) * width + outWidth - 1) / outWidth;
        return new PoolWindow(y0, y1, x0, x1, (y1 - y0) * (x1 - x0));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T Sum<T>(T* plane, long width, PoolWindow window)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var sum = T.Zero;
        for (var y = window.Y0; y < window.Y1; y++)
        {
            for (var x = window.X0; x < window.X1; x++) sum += plane[y * width + x];
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Spread<T>(T* plane, long width, PoolWindow window, T share)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var y = window.Y0; y < window.Y1; y++)
        {
            for (var x = window.X0; x < window.X1; x++) plane[y * width + x] += share;
        }
    }

    private static void Clear<T>(T* start, long count)
        where T : unmanaged => new Span<T>(start, checked((int)count)).Clear();
}

/// <summary>Rows [Y0, Y1) and columns [X0, X1) of a plane, and how many elements they count for.</summary>
internal readonly record struct PoolWindow(long Y0, long Y1, long X0, long X1, long Count);
