namespace Qiansi.Tensors.Reading;

/// <summary>
/// Elements of a tensor to calculate with: all of them, or of a large one stretches spread evenly, each at a place within its stretch that
/// follows no pattern.
/// </summary>
/// <param name="Values">The elements, in memory's order.</param>
/// <param name="Of">How many elements the tensor has.</param>
internal sealed record Sample(double[] Values, long Of)
{
    /// <summary>Most elements that are kept for histograms and quantiles.</summary>
    public const int Most = 1 << 18;

    /// <summary>Neighbours read at one place: a few lines of the cache.</summary>
    private const int Run = 64;

    /// <summary>Whether these are not all.</summary>
    public bool IsPart => Values.Length < Of;

    /// <summary>Reads at most <paramref name="most"/> elements.</summary>
    public static Sample Read(Tensor tensor, int most = Most)
    {
        var walk = new Walk(tensor);
        if (tensor.count <= most)
        {
            var all = new double[tensor.count];
            walk.Read(0, all);
            return new Sample(all, tensor.count);
        }

        var values = new double[most / Run * Run];
        var stretches = values.Length / Run;
        for (var s = 0; s < stretches; s++) walk.Read(Place(s, stretches, tensor.count), values.AsSpan(s * Run, Run));
        return new Sample(values, tensor.count);
    }

    /// <summary>
    /// Places a constant distance apart would always hit the same column of a matrix; the golden ratio's multiples do not.
    /// </summary>
    private static long Place(int stretch, int stretches, long count)
    {
        var from = (long)((Int128)count * stretch / stretches);
        var to = (long)((Int128)count * (stretch + 1) / stretches) - Run;
        var fraction = stretch * 0.6180339887498949 % 1;
        return from + (long)(fraction * Math.Max(0, to - from));
    }
}
