namespace Qiansi;

public static partial class torch
{
    /// <summary>
    /// For each value the place where it can be put into a rising sequence, before equal elements or (right) behind them.
    /// </summary>
    /// <param name="sorted_sequence">A vector, or rows that match those of the values: (…, n).</param>
    /// <param name="values">What is looked for: any shape for a vector, else (…, m).</param>
    /// <param name="out_int32">Gives int32 instead of int64.</param>
    /// <param name="right">Behind equal elements.</param>
    /// <param name="sorter">The indices that put an unsorted sequence in order.</param>
    public static Tensor searchsorted(Tensor sorted_sequence, Tensor values, bool out_int32 = false, bool right = false,
        Tensor? sorter = null)
    {
        if (sorted_sequence.sizes.Length == 0)
            throw new ArgumentException("searchsorted: the sequence has no dimension; a vector is needed");
        if (sorted_sequence.sizes.Length > 1
            && !Shape.Same(sorted_sequence.sizes[..^1], values.sizes.Length == 0 ? values.sizes : values.sizes[..^1]))
            throw new ArgumentException(
                $"searchsorted: the sequence has shape {Shape.Text(sorted_sequence.sizes)}, values {Shape.Text(values.sizes)}; all but "
                    + "the last size must be equal");
        var sequence = sorted_sequence.detach();
        if (sorter is not null) sequence = sequence.gather(-1, sorter);
        var places = sequence.BucketOf(values, right);
        return out_int32 ? places.to_type(ScalarType.Int32) : places;
    }

    /// <summary>The place where a number can be put into a rising vector.</summary>
    public static Tensor searchsorted(Tensor sorted_sequence, Scalar values, bool out_int32 = false, bool right = false,
        Tensor? sorter = null) =>
        searchsorted(sorted_sequence, full([], values, Qiansi.Torch.Tensors.Promotion.Of(sorted_sequence, values)), out_int32,
            right, sorter);

    /// <summary>How much weight falls into each bin, and the edges of the bins; the last edge belongs to its bin.</summary>
    /// <param name="input">Numbers, of any shape.</param>
    /// <param name="bins">How many bins of equal width.</param>
    /// <param name="range">From where to where; from the smallest to the largest number when null.</param>
    /// <param name="weight">What each number counts; 1 when null.</param>
    /// <param name="density">Divides by the whole and the width: the integral is 1.</param>
    public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, long bins, (double min, double max)? range = null,
        Tensor? weight = null, bool density = false)
    {
        if (bins <= 0) throw new ArgumentException($"histogram: {bins} bins; there must be at least 1");
        var (low, high) = range ?? (input.count == 0 ? (0, 0) : (input.min().ToDouble(), input.max().ToDouble()));
        if (!double.IsFinite(low) || !double.IsFinite(high) || high < low)
            throw new ArgumentException(
                $"histogram: the range ({low}, {high}) is not rising and finite; give range, or take NaN and infinite elements out first");
        if (low == high) (low, high) = (low - 0.5, high + 0.5);
        return histogram(input, linspace(low, high, bins + 1, input.type), weight, density);
    }

    /// <summary>How much weight falls between each two of the rising edges, and the edges.</summary>
    public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, Tensor bins, Tensor? weight = null, bool density = false)
    {
        if (!input.type.IsFloating() || bins.type != input.type)
            throw new ArgumentException(
                $"histogram: {input.type.TorchName()} with edges of {bins.type.TorchName()}; both must be of one floating-point type");
        using var mode = no_grad();
        var n = bins.count - 1;
        var x = input.reshape(-1);
        var inside = (x >= bins[0]).logical_and(x <= bins[n]);
        var place = (searchsorted(bins, x.masked_select(inside), right: true) - 1).clamp_max(n - 1);
        var w = weight is null ? ones_like(x) : weight.reshape(-1);
        var hist = zeros([n], input.type).index_add(0, place, w.masked_select(inside), 1);
        return (density ? hist / hist.sum() / bins.diff() : hist, bins);
    }
}
