using System.Numerics;
using Qiansi.Torch.Kernels;

namespace Qiansi.Torch.Tests.Kernels.Reference;

/// <summary>Pooling as it is defined: the elements of each window, then their largest or their mean.</summary>
internal static unsafe class ReferencePool
{
    /// <summary>The places in its plane of the elements of output (oy, ox)'s window, in order.</summary>
    public static IEnumerable<long> Window(PoolShape s, long oy, long ox)
    {
        for (long ky = 0; ky < s.KernelHeight; ky++)
        {
            for (long kx = 0; kx < s.KernelWidth; kx++)
            {
                long y = oy * s.StrideY - s.PadY + ky * s.DilationY, x = ox * s.StrideX - s.PadX + kx * s.DilationX;
                if (y >= 0 && y < s.Height && x >= 0 && x < s.Width) yield return y * s.Width + x;
            }
        }
    }

    public static void Max<T>(PoolShape s, T* x, T* y, long* indices)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (long o = 0; o < s.Planes * s.OutHeight * s.OutWidth; o++)
        {
            var plane = x + o / (s.OutHeight * s.OutWidth) * s.Height * s.Width;
            var window = Window(s, o / s.OutWidth % s.OutHeight, o % s.OutWidth).ToList();
            var best = window[0];
            foreach (var i in window.Skip(1))
            {
                if (plane[i] > plane[best] || (T.IsNaN(plane[i]) && !T.IsNaN(plane[best]))) best = i;
            }

            (y[o], indices[o]) = (plane[best], best);
        }
    }

    public static void Mean<T>(PoolShape s, T* x, T* y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (long o = 0; o < s.Planes * s.OutHeight * s.OutWidth; o++)
        {
            var plane = x + o / (s.OutHeight * s.OutWidth) * s.Height * s.Width;
            var sum = T.Zero;
            long n = 0;
            foreach (var i in Window(s, o / s.OutWidth % s.OutHeight, o % s.OutWidth))
            {
                sum += plane[i];
                n++;
            }

            y[o] = sum / T.CreateTruncating(n);
        }
    }
}
