namespace Qiansi.Charts.Rendering.Traces.Distributions;

/// <summary>An estimate of how densely values lie: the mean of a normal density around each.</summary>
/// <remarks>Bandwidth by Silverman's rule (Density estimation, 1986, formula 3.31), as Plotly's violins have it.</remarks>
internal sealed class Density
{
    /// <summary>Of more values evenly chosen ones are used: their density is the same to the eye.</summary>
    private const int Most = 1000;

    private readonly double[] _values;
    private readonly double _bandwidth;

    private Density(double[] values, double bandwidth) => (_values, _bandwidth) = (values, bandwidth);

    /// <summary>Where the density begins to show.</summary>
    public double Low => _values[0] - 2 * _bandwidth;

    /// <summary>Where it no longer shows.</summary>
    public double High => _values[^1] + 2 * _bandwidth;

    /// <summary>The density of sorted values.</summary>
    /// <param name="sorted">At least one.</param>
    /// <param name="bandwidth">Standard deviation of the normal densities; by Silverman's rule when null.</param>
    public static Density Of(double[] sorted, double? bandwidth)
    {
        var mean = sorted.Average();
        var deviation = Math.Sqrt(sorted.Sum(v => (v - mean) * (v - mean)) / Math.Max(1, sorted.Length - 1));
        var spread = (Quartiles.At(sorted, 0.75) - Quartiles.At(sorted, 0.25)) / 1.349;
        var scale = spread > 0 ? Math.Min(deviation, spread) : deviation;
        var rule = 1.059 * scale * Math.Pow(sorted.Length, -0.2);
        if (rule <= 0) rule = Math.Max(Math.Abs(mean) * 0.01, 1e-3);
        var used = sorted.Length <= Most
            ? sorted : [.. Enumerable.Range(0, Most).Select(k => sorted[(int)((long)k * (sorted.Length - 1) / (Most - 1))])];
        return new(used, bandwidth is > 0 and var given ? given : rule);
    }

    /// <summary>The density at a place.</summary>
    public double At(double place)
    {
        var sum = 0.0;
        foreach (var value in _values)
        {
            var distance = (place - value) / _bandwidth;
            if (Math.Abs(distance) < 6) sum += Math.Exp(-0.5 * distance * distance);
        }

        return sum / (_values.Length * _bandwidth * Math.Sqrt(2 * Math.PI));
    }
}
