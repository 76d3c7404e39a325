using System.Numerics;
using System.Runtime.InteropServices;

namespace Qiansi.Torch.Kernels;

/// <summary>
/// The gradient of a convolution's input; also the forward pass of a transposed convolution (whose backward pass is then
/// <see cref="ConvForward"/> for its input, and <see cref="ConvBackwardWeight"/> with input and output gradient exchanged for its weights).
/// With stride 1 it is itself a convolution (<see cref="ConvShape.Adjoint"/>); otherwise windows of gradients are computed by a matrix
/// product and added in place.
/// </summary>
internal static unsafe class ConvBackwardData
{
    /// <summary>dx from dy and the weights; overwritten.</summary>
    public static void Run<T>(ConvShape shape, T* w, T* dy, T* dx)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (shape.Batch * shape.InChannels * shape.Height * shape.Width == 0) return;
        if (shape.OutHeight * shape.OutWidth * shape.OutChannels == 0)
        {
            new Span<T>(dx, checked((int)(shape.Batch * shape.InChannels * shape.Height * shape.Width))).Clear();
            return;
        }

        if (shape.HasAdjoint) ByAdjoint(shape, w, dy, dx);
        else ByWindows(shape, w, dy, dx);
    }

    private static void ByAdjoint<T>(ConvShape shape, T* w, T* dy, T* dx)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long m = shape.OutPerGroup, n = shape.InPerGroup, taps = shape.KernelHeight * shape.KernelWidth;
        var turned = (T*)NativeMemory.AlignedAlloc((nuint)(shape.OutChannels * n * taps * sizeof(T)), 64);
        try
        {
            for (long g = 0; g < shape.Groups; g++)
            {
                for (long i = 0; i < m; i++)
                {
                    for (long j = 0; j < n; j++)
                    {
                        T* from = w + ((g * m + i) * n + j) * taps, to = turned + ((g * n + j) * m + i) * taps;
                        for (long t = 0; t < taps; t++) to[t] = from[taps - 1 - t];
                    }
                }
            }

            ConvForward.Run(shape.Adjoint(), dy, turned, null, dx);
        }
        finally
        {
            NativeMemory.AlignedFree(turned);
        }
    }

    private static void ByWindows<T>(ConvShape shape, T* w, T* dy, T* dx)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long m = shape.OutPerGroup, window = shape.Window, outputs = shape.OutHeight * shape.OutWidth,
            area = shape.InPerGroup * shape.Height * shape.Width;
        // As many rows of outputs at a time as keep the windows in the second cache.
        var rows = Math.Clamp(65536 / Math.Max(1, window * shape.OutWidth), 1, shape.OutHeight);
        ThreadTeam.For(shape.Batch * shape.Groups, 1, (begin, end) =>
        {
            var windows = Scratch.Get<T>(ScratchSlot.Columns, window * rows * shape.OutWidth);
            for (var sample = begin; sample < end; sample++)
            {
                var target = dx + sample * area;
                new Span<T>(target, checked((int)area)).Clear();
                for (long oy = 0; oy < shape.OutHeight; oy += rows)
                {
                    Interrupts.Poll();
                    var count = Math.Min(rows, shape.OutHeight - oy);
                    var columns = count * shape.OutWidth;
                    Gemm.Serial(window, columns, m, T.One, w + sample % shape.Groups * m * window, 1, window,
                        dy + sample * m * outputs + oy * shape.OutWidth, outputs, 1, false, windows, columns);
                    AddWindows(shape, windows, oy, count, target);
                }
            }
        });
    }

    private static void AddWindows<T>(ConvShape shape, T* windows, long firstRow, long rows, T* dx)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (long c = 0; c < shape.InPerGroup; c++, dx += shape.Height * shape.Width)
        {
            for (long ky = 0; ky < shape.KernelHeight; ky++)
            {
                for (long kx = 0; kx < shape.KernelWidth; kx++)
                {
                    for (var oy = firstRow; oy < firstRow + rows; oy++, windows += shape.OutWidth)
                    {
                        var y = oy * shape.StrideY - shape.PadY + ky * shape.DilationY;
                        if (y < 0 || y >= shape.Height) continue;
                        var left = shape.PadX - kx * shape.DilationX;
                        var begin = left <= 0 ? 0 : (left + shape.StrideX - 1) / shape.StrideX;
                        var end = Math.Min(shape.OutWidth, shape.Width + left <= 0 ? 0 : (shape.Width + left - 1) / shape.StrideX + 1);
                        var row = dx + y * shape.Width - left;
                        for (var ox = begin; ox < end; ox++) row[ox * shape.StrideX] += windows[ox];
                    }
                }
            }
        }
    }
}
