using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>
/// The layout that makes a convolution a matrix product without copying windows. A channel is padded with zeros and, for a stride s, split
/// into its s·s phases (rows y ≡ p, columns x ≡ q modulo s), each a plane of rows <see cref="Pitch"/> long. Output position (oy, ox) has
/// number oy·Pitch + ox, and the input that kernel tap (ky, kx) multiplies for output number n stands at <see cref="Offset"/>(channel, ky,
/// kx) + n. Numbers with ox ≥ OutWidth are computed and dropped.
/// </summary>
internal readonly unsafe struct PaddedImage
{
    private readonly ConvShape _shape;
    private readonly long _rows;

    public PaddedImage(ConvShape shape)
    {
        _shape = shape;
        Pitch = (shape.Width + 2 * shape.PadX + shape.StrideX - 1) / shape.StrideX;
        _rows = (shape.Height + 2 * shape.PadY + shape.StrideY - 1) / shape.StrideY;
        PhaseSize = _rows * Pitch;
        ChannelSize = PhaseSize * shape.StrideY * shape.StrideX;
        Outputs = shape.OutHeight == 0 || shape.OutWidth == 0 ? 0 : (shape.OutHeight - 1) * Pitch + shape.OutWidth;
    }

    /// <summary>From one row of a phase to the next, and from one row of output numbers to the next.</summary>
    public long Pitch { get; }

    public long PhaseSize { get; }

    public long ChannelSize { get; }

    /// <summary>How many output numbers there are, with those to drop.</summary>
    public long Outputs { get; }

    /// <summary>Where the input for output number 0 stands.</summary>
    public long Offset(long channel, long ky, long kx)
    {
        long y = ky * _shape.DilationY, x = kx * _shape.DilationX;
        return channel * ChannelSize + (y % _shape.StrideY * _shape.StrideX + x % _shape.StrideX) * PhaseSize + y / _shape.StrideY * Pitch
            + x / _shape.StrideX;
    }

    /// <summary>Offsets of a group's whole window: (channel, ky, kx) in the weights' order.</summary>
    public void Offsets(long* offsets)
    {
        for (long c = 0; c < _shape.InPerGroup; c++)
        {
            for (long ky = 0; ky < _shape.KernelHeight; ky++)
            {
                for (long kx = 0; kx < _shape.KernelWidth; kx++) *offsets++ = Offset(c, ky, kx);
            }
        }
    }

    /// <summary>
    /// Copies channels of x (contiguous Height by Width planes) into the layout; the caller gives <paramref name="slack"/> further elements
    /// of room, which become 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill<T>(T* x, long channels, T* image, long slack)
        where T : unmanaged
    {
        Zero(image, channels * ChannelSize + slack);
        long sy = _shape.StrideY, sx = _shape.StrideX;
        for (long c = 0; c < channels; c++)
        {
            for (long h = 0; h < _shape.Height; h++, x += _shape.Width)
            {
                var y = h + _shape.PadY;
                var row = image + c * ChannelSize + y % sy * sx * PhaseSize + y / sy * Pitch;
                if (sx == 1)
                {
                    Unsafe.CopyBlockUnaligned(row + _shape.PadX, x, (uint)(_shape.Width * sizeof(T)));
                    continue;
                }

                for (long phase = 0; phase < sx; phase++)
                {
                    // The first column w with (w + pad) ≡ phase.
                    var w = ((phase - _shape.PadX) % sx + sx) % sx;
                    var target = row + phase * PhaseSize + (w + _shape.PadX) / sx;
                    for (; w < _shape.Width; w += sx) *target++ = x[w];
                }
            }
        }
    }

    /// <summary>Copies a plane of outputs (OutHeight by OutWidth) to its output numbers, zeros between.</summary>
    public void FillOutputs<T>(T* y, T* numbered)
        where T : unmanaged
    {
        for (long row = 0; row < _shape.OutHeight; row++)
        {
            var target = numbered + row * Pitch;
            Unsafe.CopyBlockUnaligned(target, y + row * _shape.OutWidth, (uint)(_shape.OutWidth * sizeof(T)));
            if (row < _shape.OutHeight - 1) Zero(target + _shape.OutWidth, Pitch - _shape.OutWidth);
        }
    }

    private static void Zero<T>(T* start, long count)
        where T : unmanaged
    {
        for (; count > int.MaxValue; start += int.MaxValue, count -= int.MaxValue) new Span<T>(start, int.MaxValue).Clear();
        new Span<T>(start, (int)count).Clear();
    }
}
