using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>
/// How the weight gradient of one sample and group is cut into tiles. Panels of 2·V.Count columns are channels (with the taps as starting
/// points) when the group has enough channels to fill them, and otherwise taps and channels together, each column shifted when it is
/// copied.
/// </summary>
internal readonly unsafe struct WeightGradientPlan<T, V>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where V : struct, IVec<V, T>
{
    private readonly ConvShape _shape;
    private readonly PaddedImage _image;
    private readonly bool _byChannel;
    private readonly long _panels, _taps, _rowSize;

    public WeightGradientPlan(ConvShape shape)
    {
        _shape = shape;
        _image = new PaddedImage(shape);
        _taps = shape.KernelHeight * shape.KernelWidth;
        long width = 2 * V.Count, n = shape.InPerGroup;
        _byChannel = n >= width || n * 4 >= width * 3;
        _panels = ((_byChannel ? n : n * _taps) + width - 1) / width;
        // A row of sums: (tap, panel, column) by channel, (panel, column) otherwise.
        _rowSize = _panels * width * (_byChannel ? _taps : 1);
    }

    /// <summary>Elements of one set of sums.</summary>
    public long SumSize => _shape.OutChannels * _rowSize;

    /// <summary>Adds dY·Xᵀ of one sample and group to the sums.</summary>
    public void AddSample(T* x, T* dy, long sample, long group, T* sums, int kc)
    {
        long m = _shape.OutPerGroup, n = _shape.InPerGroup, outputs = _image.Outputs, width = 2 * V.Count;
        // dY in lines by output number: read in place, it needs no packing, for a line's neighbours are the next products.
        var lines = Scratch.Get<T>(ScratchSlot.Gradient, m * outputs);
        var plane = _shape.OutHeight * _shape.OutWidth;
        for (long c = 0; c < m; c++) _image.FillOutputs(dy + ((sample * _shape.Groups + group) * m + c) * plane, lines + c * outputs);
        var padded = Scratch.Get<T>(ScratchSlot.Image, n * _image.ChannelSize);
        _image.Fill(x + (sample * _shape.Groups + group) * n * _shape.Height * _shape.Width, n, padded, 0);
        var right = Scratch.Get<T>(ScratchSlot.PackedB, (_byChannel ? _image.ChannelSize : outputs) * width);
        var offsets = Scratch.Get<long>(ScratchSlot.Offsets, _shape.Window);
        _image.Offsets(offsets);
        var target = sums + group * m * _rowSize;
        for (long panel = 0; panel < _panels; panel++)
        {
            if (_byChannel)
                Panels.PackB<T, V>(padded + panel * width * _image.ChannelSize, 1, _image.ChannelSize, _image.ChannelSize,
                    Math.Min(width, n - panel * width), right);
            else PackShifted(padded, offsets + panel * width, Math.Min(width, n * _taps - panel * width), right, outputs);
            for (long q = 0; q < outputs; q += kc)
            {
                for (long tap = 0; tap < (_byChannel ? _taps : 1); tap++)
                {
                    // The first channel's offsets are those of the taps.
                    var rows = new PackedRows<T>(right + (q + (_byChannel ? offsets[tap] : 0)) * width);
                    MacroKernel.Column<T, V, StridedLeft, PackedRows<T>>(
                        m, Math.Min(kc, outputs - q), T.One, lines + q, outputs, 1, rows, target + (tap * _panels + panel) * width,
                        _rowSize, width, true, null);
                }
            }
        }
    }

    /// <summary>Brings sums into the weights' order.</summary>
    public void Collect(T* sums, T* dw)
    {
        long n = _shape.InPerGroup, width = 2 * V.Count;
        for (long o = 0; o < _shape.OutChannels; o++)
        {
            for (long c = 0; c < n; c++)
            {
                for (long tap = 0; tap < _taps; tap++)
                    dw[(o * n + c) * _taps + tap] = sums[o * _rowSize + (_byChannel ? tap * _panels * width + c : c * _taps + tap)];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PackShifted(T* padded, long* offsets, long columns, T* packed, long outputs)
    {
        long width = 2 * V.Count;
        if (columns < width) new Span<T>(packed, checked((int)(outputs * width))).Clear();
        for (long c = 0; c < columns; c++)
        {
            var from = padded + offsets[c];
            var to = packed + c;
            for (long q = 0; q < outputs; q++, to += width) *to = from[q];
        }
    }
}
