using System.Numerics;
using System.Runtime.InteropServices;

namespace Qiansi.Torch.Kernels;

/// <summary>
/// Two-dimensional convolution (cross-correlation), forward: 1×1 as matrix products, depthwise directly, the rest as a matrix product over
/// windows that are never copied (<see cref="PaddedImage"/>).
/// </summary>
internal static unsafe class ConvForward
{
    /// <summary>
    /// Window elements multiplied at a time, whose stretch of the image stays in the first cache beside a panel of weights, and output
    /// channels, whose weights stay in the second.
    /// </summary>
    private const int Kc = 192, Mc = 96;

    /// <summary>Outputs of a 1×1 convolution computed at a time.</summary>
    private const long Stretch = 1 << 15;

    /// <summary>y = x ∗ w + bias; bias may be null. y is overwritten.</summary>
    public static void Run<T>(ConvShape shape, T* x, T* w, T* bias, T* y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (shape.Batch * shape.OutChannels * shape.OutHeight * shape.OutWidth == 0) return;
        if (shape.IsPointwise) Pointwise(shape, x, w, bias, y);
        else if (shape.IsDepthwise) Depthwise.Forward(shape, x, w, bias, y);
        else Windows(shape, x, w, bias, y);
    }

    private static void Pointwise<T>(ConvShape shape, T* x, T* w, T* bias, T* y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long area = shape.Height * shape.Width, m = shape.OutPerGroup, k = shape.InPerGroup;
        var stretch = bias == null ? area : Math.Min(area, Math.Max(256, Stretch / m));
        ThreadTeam.For(shape.Batch * shape.Groups, Math.Max(1, 100_000 / (m * k * area)), (begin, end) =>
        {
            for (var i = begin; i < end; i++)
            {
                var group = i % shape.Groups;
                // A stretch of columns at a time: the bias is still in the second cache when the product is added.
                for (long j = 0; j < area; j += stretch)
                {
                    var target = y + i * m * area + j;
                    var columns = Math.Min(stretch, area - j);
                    if (bias != null)
                    {
                        for (long c = 0; c < m; c++) new Span<T>(target + c * area, (int)columns).Fill(bias[group * m + c]);
                    }

                    Gemm.Serial(m, columns, k, T.One, w + group * m * k, k, 1, x + i * k * area + j, area, 1, bias != null, target, area);
                }
            }
        });
    }

    private static void Windows<T>(ConvShape shape, T* x, T* w, T* bias, T* y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        switch (SimdWidth.Bits)
        {
            case 512: Windows<T, Vec512<T>>(shape, x, w, bias, y); break;
            case 256: Windows<T, Vec256<T>>(shape, x, w, bias, y); break;
            case 128: Windows<T, Vec128<T>>(shape, x, w, bias, y); break;
            default: Windows<T, Vec1<T>>(shape, x, w, bias, y); break;
        }
    }

    private static void Windows<T, V>(ConvShape shape, T* x, T* w, T* bias, T* y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
    {
        var image = new PaddedImage(shape);
        long m = shape.OutPerGroup, k = shape.Window;
        int width = 2 * V.Count, tallest = MacroKernel.TallestTile<T, V>();
        var offsets = (long*)NativeMemory.Alloc((nuint)k, sizeof(long));
        var packed = (T*)NativeMemory.AlignedAlloc((nuint)(shape.OutChannels * k * sizeof(T)), 64);
        try
        {
            image.Offsets(offsets);
            // Blocks of weights in the order they are used: group, block of channels, block of the window.
            for (long g = 0; g < shape.Groups; g++)
            {
                for (long i = 0; i < m; i += Mc)
                {
                    var mc = Math.Min(Mc, m - i);
                    for (long p = 0; p < k; p += Kc)
                        Panels.PackA(w + (g * m + i) * k + p, k, 1, mc, Math.Min(Kc, k - p), tallest, packed + (g * m + i) * k + mc * p);
                }
            }

            // A thread takes images; when there are fewer than threads, parts of an image.
            var panels = (image.Outputs + width - 1) / width;
            var parts = Math.Clamp((ThreadTeam.Threads + shape.Batch * shape.Groups - 1) / (shape.Batch * shape.Groups), 1, panels);
            ThreadTeam.For(shape.Batch * shape.Groups * parts, Math.Max(1, 100_000 * parts / (m * k * image.Outputs)), (begin, end) =>
            {
                var padded = Scratch.Get<T>(ScratchSlot.Image, shape.InPerGroup * image.ChannelSize + width);
                var tile = Scratch.Get<T>(ScratchSlot.Tile, Mc * width);
                for (var task = begin; task < end; task++)
                {
                    Interrupts.Poll();
                    var (sample, part) = Math.DivRem(task, parts);
                    var group = sample % shape.Groups;
                    image.Fill(x + sample * shape.InPerGroup * shape.Height * shape.Width, shape.InPerGroup, padded, width);
                    for (var panel = panels * part / parts; panel < panels * (part + 1) / parts; panel++)
                    {
                        for (long i = 0; i < m; i += Mc)
                        {
                            var mc = Math.Min(Mc, m - i);
                            for (long p = 0; p < k; p += Kc)
                            {
                                MacroKernel.Column<T, V, PackedLeft, OffsetRows<T>>(
                                    mc, Math.Min(Kc, k - p), T.One, packed + (group * m + i) * k + mc * p, 0, 0,
                                    new OffsetRows<T>(padded + panel * width, offsets + p), tile, width, width, p > 0, tile);
                            }

                            var target = y + (sample * m + i) * shape.OutHeight * shape.OutWidth;
                            NumberedOutputs.Write(shape, image, tile, mc, width, panel * width,
                                bias == null ? null : bias + group * m + i, target);
                        }
                    }
                }
            });
        }
        finally
        {
            NativeMemory.Free(offsets);
            NativeMemory.AlignedFree(packed);
        }
    }
}
