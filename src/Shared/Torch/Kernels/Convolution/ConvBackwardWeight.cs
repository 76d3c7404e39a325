using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Qiansi.Torch.Kernels;

/// <summary>
/// The gradient of a convolution's weights: for each kernel tap the product dW = dY·Xᵀ over all outputs. dY is laid out by output number,
/// and X in panels of channels side by side for each position, so that a tap is only another starting point in the same panel
/// (<see cref="PaddedImage"/>). The batch is cut into <see cref="MostSums"/> parts, whatever the number of threads; their sums are added in
/// order.
/// </summary>
internal static unsafe class ConvBackwardWeight
{
    private const int Kc = 384, MostSums = 8;

    /// <summary>dw and dbias (either may be null) from x and dy; overwritten.</summary>
    public static void Run<T>(ConvShape shape, T* x, T* dy, T* dw, T* dbias)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var outputs = shape.OutHeight * shape.OutWidth;
        if (dbias != null)
        {
            ThreadTeam.For(shape.OutChannels, Math.Max(1, 32768 / Math.Max(1, shape.Batch * outputs)), (begin, end) =>
            {
                for (var c = begin; c < end; c++)
                {
                    dbias[c] = T.Zero;
                    for (long b = 0; b < shape.Batch; b++) dbias[c] += Reduce.Sum(dy + (b * shape.OutChannels + c) * outputs, outputs);
                }
            });
        }

        if (dw == null || shape.OutChannels * shape.Window == 0) return;
        if (shape.Batch * outputs == 0) new Span<T>(dw, checked((int)(shape.OutChannels * shape.Window))).Clear();
        else if (shape.IsDepthwise) Depthwise.BackwardWeight(shape, x, dy, dw);
        else
        {
            switch (SimdWidth.Bits)
            {
                case 512: Sum<T, Vec512<T>>(shape, x, dy, dw); break;
                case 256: Sum<T, Vec256<T>>(shape, x, dy, dw); break;
                case 128: Sum<T, Vec128<T>>(shape, x, dy, dw); break;
                default: Sum<T, Vec1<T>>(shape, x, dy, dw); break;
            }
        }
    }

    private static void Sum<T, V>(ConvShape shape, T* x, T* dy, T* dw)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
    {
        var plan = new WeightGradientPlan<T, V>(shape);
        var parts = Math.Min(MostSums, shape.Batch);
        var sums = (T*)NativeMemory.AlignedAlloc((nuint)(parts * plan.SumSize * sizeof(T)), 64);
        try
        {
            NativeMemory.Clear(sums, (nuint)(parts * plan.SumSize * sizeof(T)));
            ThreadTeam.For(parts, 1, (begin, end) =>
            {
                for (var part = begin; part < end; part++)
                {
                    for (var b = shape.Batch * part / parts; b < shape.Batch * (part + 1) / parts; b++)
                    {
                        Interrupts.Poll();
                        for (long g = 0; g < shape.Groups; g++) plan.AddSample(x, dy, b, g, sums + part * plan.SumSize, Kc);
                    }
                }
            });
            for (long part = 1; part < parts; part++)
                Binary.Run(default(Add<T>), sums, 1, sums + part * plan.SumSize, 1, sums, plan.SumSize);
            plan.Collect(sums, dw);
        }
        finally
        {
            NativeMemory.AlignedFree(sums);
        }
    }
}
