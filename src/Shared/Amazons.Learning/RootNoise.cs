namespace Qiansi.Amazons.Learning;

/// <summary>
/// Chance in the prior of a root, as AlphaZero has it: P ← (1 − ε)·P + ε·η, with η from Dirichlet's distribution, which lies the more on a
/// few moves the more moves there are.
/// </summary>
/// <param name="share">ε, 0 to 1.</param>
/// <param name="random">Where chance comes from.</param>
internal sealed class RootNoise(double share, Random random)
{
    /// <summary>α = 10/n for n moves: AlphaZero's, which was chosen in proportion to 1/n.</summary>
    private const double Concentration = 10;

    /// <summary>Mixes it into probabilities that add up to 1.</summary>
    public void Mix(Span<float> prior)
    {
        Span<double> noise = new double[prior.Length];
        var sum = 0.0;
        foreach (ref var part in noise) sum += part = Gamma(Concentration / prior.Length);
        if (sum <= 0) return;
        for (var i = 0; i < prior.Length; i++) prior[i] = (float)((1 - share) * prior[i] + share * noise[i] / sum);
    }

    /// <summary>A number from the gamma distribution of a shape above 0 (Marsaglia and Tsang 2000).</summary>
    private double Gamma(double shape)
    {
        if (shape < 1) return Gamma(shape + 1) * Math.Pow(1 - random.NextDouble(), 1 / shape);
        var d = shape - 1.0 / 3;
        while (true)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            var v = Math.Pow(1 + normal / Math.Sqrt(9 * d), 3);
            if (v > 0 && Math.Log(1 - random.NextDouble()) < normal * normal / 2 + d - d * v + d * Math.Log(v)) return d * v;
        }
    }
}
