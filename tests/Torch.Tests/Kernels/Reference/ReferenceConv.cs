using System.Numerics;
using Qiansi.Torch.Kernels;

namespace Qiansi.Torch.Tests.Kernels.Reference;

/// <summary>Convolution as it is defined: every output is a sum over its window, and the gradients go the same way back.</summary>
internal static unsafe class ReferenceConv
{
    public static void Forward<T>(ConvShape s, T* x, T* w, T* bias, T* y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => ForEach(s, (xi, wi, yi, first) =>
        {
            if (first) y[yi] = bias == null ? T.Zero : bias[yi / (s.OutHeight * s.OutWidth) % s.OutChannels];
            if (xi >= 0) y[yi] += x[xi] * w[wi];
        });

    /// <summary>Adds to dx and dw.</summary>
    public static void Backward<T>(ConvShape s, T* x, T* w, T* dy, T* dx, T* dw)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => ForEach(s, (xi, wi, yi, _) =>
        {
            if (xi < 0) return;
            dx[xi] += dy[yi] * w[wi];
            dw[wi] += dy[yi] * x[xi];
        });

    /// <summary>
    /// Calls with the places of input (negative: in the padding), weight and output of every product; first for the first of an output.
    /// </summary>
    private static void ForEach(ConvShape s, Action<long, long, long, bool> product)
    {
        for (long b = 0; b < s.Batch; b++)
        {
            for (long o = 0; o < s.OutChannels; o++)
            {
                for (long oy = 0; oy < s.OutHeight; oy++)
                {
                    for (long ox = 0; ox < s.OutWidth; ox++)
                    {
                        var yi = ((b * s.OutChannels + o) * s.OutHeight + oy) * s.OutWidth + ox;
                        for (long k = 0; k < s.Window; k++)
                        {
                            long c = k / (s.KernelHeight * s.KernelWidth), ky = k / s.KernelWidth % s.KernelHeight, kx = k % s.KernelWidth;
                            long iy = oy * s.StrideY - s.PadY + ky * s.DilationY, ix = ox * s.StrideX - s.PadX + kx * s.DilationX;
                            var channel = o / s.OutPerGroup * s.InPerGroup + c;
                            var inside = iy >= 0 && iy < s.Height && ix >= 0 && ix < s.Width;
                            product(inside ? ((b * s.InChannels + channel) * s.Height + iy) * s.Width + ix : -1,
                                o * s.Window + k, yi, k == 0);
                        }
                    }
                }
            }
        }
    }
}
