using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>Convolution of each channel with its own kernel, directly: four registers of outputs sum over the taps.</summary>
internal static unsafe class Depthwise
{
    public static void Forward<T>(ConvShape shape, T* x, T* w, T* bias, T* y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var image = new PaddedImage(shape);
        long planes = shape.Batch * shape.InChannels, taps = shape.Window, slack = 64;
        ThreadTeam.For(planes, Math.Max(1, 32768 / (image.Outputs * taps)), (begin, end) =>
        {
            var padded = Scratch.Get<T>(ScratchSlot.Image, image.ChannelSize + slack);
            var sums = Scratch.Get<T>(ScratchSlot.Gradient, image.Outputs + slack);
            var offsets = Scratch.Get<long>(ScratchSlot.Offsets, taps);
            image.Offsets(offsets);
            for (var plane = begin; plane < end; plane++)
            {
                var c = plane % shape.InChannels;
                image.Fill(x + plane * shape.Height * shape.Width, 1, padded, slack);
                Sum(padded, offsets, w + c * taps, taps, bias == null ? T.Zero : bias[c], sums, image.Outputs);
                var target = y + plane * shape.OutHeight * shape.OutWidth;
                for (long row = 0; row < shape.OutHeight; row++)
                    Unsafe.CopyBlockUnaligned(target + row * shape.OutWidth, sums + row * image.Pitch, (uint)(shape.OutWidth * sizeof(T)));
            }
        });
    }

    /// <summary>dw[c, tap] = Σ dy·(x at the tap), over the batch; overwritten.</summary>
    public static void BackwardWeight<T>(ConvShape shape, T* x, T* dy, T* dw)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var image = new PaddedImage(shape);
        long taps = shape.Window, slack = 64;
        ThreadTeam.For(shape.InChannels, Math.Max(1, 32768 / (shape.Batch * image.Outputs * taps)), (begin, end) =>
        {
            var padded = Scratch.Get<T>(ScratchSlot.Image, image.ChannelSize + slack);
            var numbered = Scratch.Get<T>(ScratchSlot.Gradient, image.Outputs + slack);
            var offsets = Scratch.Get<long>(ScratchSlot.Offsets, taps);
            image.Offsets(offsets);
            for (var c = begin; c < end; c++)
            {
                for (long tap = 0; tap < taps; tap++) dw[c * taps + tap] = T.Zero;
                for (long b = 0; b < shape.Batch; b++)
                {
                    var plane = b * shape.InChannels + c;
                    image.Fill(x + plane * shape.Height * shape.Width, 1, padded, slack);
                    image.FillOutputs(dy + plane * shape.OutHeight * shape.OutWidth, numbered);
                    for (long tap = 0; tap < taps; tap++) dw[c * taps + tap] += Reduce.Dot(numbered, padded + offsets[tap], image.Outputs);
                }
            }
        });
    }

    private static void Sum<T>(T* image, long* offsets, T* w, long taps, T bias, T* y, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        switch (SimdWidth.Bits)
        {
            case 512: Sum<T, Vec512<T>>(image, offsets, w, taps, bias, y, n); break;
            case 256: Sum<T, Vec256<T>>(image, offsets, w, taps, bias, y, n); break;
            case 128: Sum<T, Vec128<T>>(image, offsets, w, taps, bias, y, n); break;
            default: Sum<T, Vec1<T>>(image, offsets, w, taps, bias, y, n); break;
        }
    }

    /// <summary>y[i] = bias + Σ_tap w[tap]·image[offsets[tap] + i]; image and y have room for 64 further elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sum<T, V>(T* image, long* offsets, T* w, long taps, T bias, T* y, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
    {
        for (long i = 0; i < n; i += 4 * V.Count)
        {
            V s0 = V.Broadcast(bias), s1 = s0, s2 = s0, s3 = s0;
            for (long tap = 0; tap < taps; tap++)
            {
                var factor = V.Broadcast(w[tap]);
                var from = image + offsets[tap] + i;
                s0 = V.Fma(factor, V.Load(from), s0);
                s1 = V.Fma(factor, V.Load(from + V.Count), s1);
                s2 = V.Fma(factor, V.Load(from + 2 * V.Count), s2);
                s3 = V.Fma(factor, V.Load(from + 3 * V.Count), s3);
            }

            s0.Store(y + i);
            s1.Store(y + i + V.Count);
            s2.Store(y + i + 2 * V.Count);
            s3.Store(y + i + 3 * V.Count);
        }
    }
}
