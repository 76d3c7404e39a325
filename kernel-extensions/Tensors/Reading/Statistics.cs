namespace Qiansi.Tensors.Reading;

/// <summary>
/// What the elements of a tensor are like. Minimum, maximum, mean and deviation are of the finite ones and NaN when there are none.
/// </summary>
/// <param name="Count">How many elements the tensor has.</param>
/// <param name="Looked">How many were looked at: all, or of a large tensor a sample.</param>
/// <param name="Min">The smallest.</param>
/// <param name="Max">The largest.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Deviation">The standard deviation, with n − 1 as PyTorch's <c>std</c>; NaN of fewer than two.</param>
/// <param name="Zeros">How many are zero.</param>
/// <param name="NaN">How many are not a number.</param>
/// <param name="PositiveInfinities">How many are +∞.</param>
/// <param name="NegativeInfinities">How many are −∞.</param>
internal sealed record Statistics(
    long Count, long Looked, double Min, double Max, double Mean, double Deviation, long Zeros, long NaN, long PositiveInfinities,
    long NegativeInfinities)
{
    /// <summary>Tensors of more elements are sampled.</summary>
    public const long ExactUpTo = 1 << 22;

    private const int Chunk = 1 << 12;

    /// <summary>Whether only a sample was looked at.</summary>
    public bool IsSampled => Looked < Count;

    /// <summary>NaN and infinities together.</summary>
    public long NotFinite => NaN + PositiveInfinities + NegativeInfinities;

    /// <summary>Whether negative and positive numbers are among them.</summary>
    public bool SignsMix => Min < 0 && Max > 0;

    /// <summary>The statistics of a tensor; of a large one those of a sample.</summary>
    public static Statistics Of(Tensor tensor, Sample sample)
    {
        if (!sample.IsPart || tensor.count > ExactUpTo) return Of(sample);
        var moments = new Moments();
        var walk = new Walk(tensor);
        var chunk = new double[Chunk];
        for (long at = 0; at < tensor.count; at += Chunk)
        {
            var part = chunk.AsSpan(0, (int)Math.Min(Chunk, tensor.count - at));
            walk.Read(at, part);
            moments.Add(part);
        }

        return moments.Finish(tensor.count);
    }

    /// <summary>The statistics of a sample.</summary>
    public static Statistics Of(Sample sample)
    {
        var moments = new Moments();
        moments.Add(sample.Values);
        return moments.Finish(sample.Of);
    }

    /// <summary>The statistics of numbers.</summary>
    public static Statistics Of(double[] values) => Of(new Sample(values, values.Length));
}
