using Qiansi.Tensors.Heatmaps;
using Qiansi.Tensors.Multiples;
using Qiansi.Tensors.Naming;
using Qiansi.Tensors.Pictures;

namespace Qiansi.Tensors;

/// <summary>What convolutions see and what they look for.</summary>
public static class TensorFeatures
{
    private const int Most = 64;

    /// <summary>Every channel of an activation, (channel, height, width) or (batch, channel, height, width), as a small heatmap.</summary>
    /// <param name="tensor">The activation; at most 64 channels are shown.</param>
    /// <param name="index">Which of the batch.</param>
    /// <param name="columns">Maps in a row.</param>
    /// <param name="shared">
    /// True: one scale for all maps, which shows what is strong; false: each over its own range, which shows what is where. Around 0 and
    /// diverging when signs mix.
    /// </param>
    /// <exception cref="ArgumentException">The shape is another, or the batch has no such image.</exception>
    public static TensorPicture AsFeatureMaps(this Tensor tensor, int index = 0, int? columns = null, bool shared = true)
    {
        if (tensor.ndim is not (3 or 4) || tensor.count == 0)
            throw new ArgumentException(
                "AsFeatureMaps: an activation is (channel, height, width) or (batch, channel, height, width), this tensor is "
                    + $"{ShapeText.Of(tensor)}");
        if (tensor.ndim == 4 && (index < 0 || index >= tensor.size(0)))
            throw new ArgumentException($"AsFeatureMaps: index {index} of a batch of {tensor.size(0)}");
        var one = tensor.ndim == 4 ? tensor.detach().select(0, index) : tensor;
        var channels = (int)Math.Min(one.size(0), Most);
        var side = TensorPanels.Side(channels);
        var name = AxisNames.Of(tensor)[^3] ?? "channel";
        var planes = Enumerable.Range(0, channels).Select(c => TensorPanels.Reduced(PlaneSource.Last(one, c), side)).ToArray();
        var statistics = Array.ConvertAll(planes, p => Statistics.Of(p.Values));
        var titles = statistics.Select(
            (s, c) => $"{name} {c}: {StatisticsText.Number(s.Min)} to {StatisticsText.Number(s.Max)}, mean {StatisticsText.Number(s.Mean)}")
            .ToArray();
        string[] captions = [.. Enumerable.Range(0, channels).Select(c => IsDead(statistics[c]) ? $"{c} dead" : $"{c}")];
        var isSigned = statistics.Any(s => s.Min < 0) && statistics.Any(s => s.Max > 0);
        Func<Plane, Statistics, Plane> scaled = isSigned ? Centred : Stretched;
        var panels = new Panels(shared ? planes : [.. planes.Zip(statistics, scaled)], columns ?? PanelGrid.PerRow(channels), titles, [],
            [], captions);
        var scale = shared ? HeatScale.Of(Statistics.Of([.. planes.SelectMany(p => p.Values)]))
            : isSigned ? new HeatScale(-1, 1, ColorScale.Diverging) : new HeatScale(0, 1, ColorScale.Viridis);
        var drawing = panels.Draw(scale, $"{channels} feature maps", hasColorBar: shared);
        var dead = statistics.Count(IsDead);
        var note = $"{NumberText.Count(one.size(0))} {name}s of {one.size(1)}×{one.size(2)}, {ShapeText.Of(tensor)}";
        if (tensor.ndim == 4) note += $", image {index} of {tensor.size(0)}";
        if (channels < one.size(0)) note += $"; the first {channels} are shown";
        if (!shared) note += "; each over its own range";
        if (planes[0].IsReduced) note += $"; as {planes[0].Rows}×{planes[0].Columns} blocks, sampled";
        if (dead > 0) note += $"; {dead} dead (0 everywhere)";
        return new TensorPicture(new Card().Drawings(drawing).Note(note).ToString(), note + "\n" + string.Join("\n", titles));
    }

    /// <summary>
    /// The kernels of a convolution, (out, in, height, width), around 0: of one or many input channels a grid out × in, of three RGB
    /// pictures when asked.
    /// </summary>
    /// <param name="weight">The weight; at most 64 kernels are shown.</param>
    /// <param name="asColors">Shows kernels of three input channels as RGB.</param>
    /// <exception cref="ArgumentException">
    /// The weight has other than four dimensions, or colours are asked for and the inputs are not three.
    /// </exception>
    public static TensorPicture AsKernels(this Tensor weight, bool asColors = false)
    {
        if (weight.ndim != 4 || weight.count == 0)
            throw new ArgumentException(
                $"AsKernels: a convolution's weight is (out, in, height, width), this tensor is {ShapeText.Of(weight)}");
        if (asColors)
        {
            if (weight.size(1) != 3)
                throw new ArgumentException($"AsKernels: colours need 3 input channels, {ShapeText.Of(weight)} has {weight.size(1)}");
            var bound = Statistics.Of(weight, Sample.Read(weight)) is var s ? Math.Max(Math.Abs(s.Min), Math.Abs(s.Max)) : 1;
            return weight.AsImageGrid([.. Enumerable.Range(0, (int)weight.size(0)).Select(i => $"{i}")], min: -bound, max: bound);
        }

        var named = weight.detach();
        AxisNames.SetOnly(named, AxisNames.Of(weight) is var own && own.All(n => n is null) ? ["out", "in", "row", "column"] : own);
        var (drawing, note) = TensorPanels.Draw(named);
        var kernels =
            $"{NumberText.Count(weight.size(0))} × {NumberText.Count(weight.size(1))} kernels of {weight.size(2)}×{weight.size(3)} · "
                + $"{StatisticsText.Line(Statistics.Of(weight, Sample.Read(weight)))}";
        return new TensorPicture(new Card().Drawings(drawing).Note(kernels).Note(note).ToString(), $"{kernels}\n{note}");
    }

    private static bool IsDead(Statistics statistics) => statistics.Min == 0 && statistics.Max == 0;

    /// <summary>Zero stays zero, the largest value by size becomes ±1.</summary>
    private static Plane Centred(Plane plane, Statistics statistics)
    {
        var bound = Math.Max(Math.Abs(statistics.Min), Math.Abs(statistics.Max));
        return plane with { Values = Array.ConvertAll(plane.Values, v => bound > 0 ? v / bound : 0) };
    }

    private static Plane Stretched(Plane plane, Statistics statistics)
    {
        var range = statistics.Max - statistics.Min;
        return plane with { Values = Array.ConvertAll(plane.Values, v => range > 0 ? (v - statistics.Min) / range : 0.5) };
    }
}
