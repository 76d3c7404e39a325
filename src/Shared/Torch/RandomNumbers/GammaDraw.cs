namespace Qiansi.Torch.RandomNumbers;

/// <summary>Numbers of the gamma distribution with rate 1, after Marsaglia and Tsang, "A simple method for generating gamma variables"
/// (2000).</summary>
internal static class GammaDraw
{
    // Constants of float32, as PyTorch has them.
    private const double Third = 1f / 3, Squeeze = 0.0331f;

    /// <summary>One number of shape α, which is not negative.</summary>
    public static double Next(CpuGenerator generator, double alpha)
    {
        if (alpha == 0) return 0;
        // A number of shape α + 1 times U^(1/α) has shape α (their section 6); large shapes are accepted more often.
        var boost = alpha < 1 ? Math.Pow(1 - generator.NextDouble(), 1 / alpha) : 1;
        var d = (alpha < 1 ? alpha + 1 : alpha) - Third;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x, root;
            do
            {
                x = NormalFill.Next(generator, 0, 1);
                root = 1 + (c * x);
            }
            while (root <= 0);
            var v = root * root * root;
            var u = 1 - generator.NextDouble();
            if (u < 1 - (Squeeze * x * x * x * x) || Math.Log(u) < (0.5 * x * x) + (d * (1 - v + Math.Log(v)))) return boost * d * v;
        }
    }

    /// <summary>How a number moves with its shape when its place in the distribution stays: dx/dα = −(∂P(α, x)/∂α) / p(x).</summary>
    /// <remarks>
    /// Implicit reparameterization (Figurnov, Mohamed and Mnih 2018). P(α, x) = Σ xᵅ⁺ᵏe⁻ˣ/Γ(α + k + 1) (DLMF 8.7.1) is differentiated term
    /// by term;
    /// divided by p(x) = xᵅ⁻¹e⁻ˣ/Γ(α), the terms are x·xᵏ/(α(α + 1)…(α + k)).
    /// </remarks>
    public static double Slope(double alpha, double x)
    {
        if (x <= 0 || alpha <= 0) return 0;
        // Beyond here float64 sees only the normal shape: x = α + z√α + (z² − 1)/3 with z held (Cornish and Fisher).
        if (alpha > 1e5) return 1 + ((x - alpha) / (2 * alpha));
        double log = Math.Log(x), psi = Operations.GammaFunctions.Digamma(alpha + 1), term = x / alpha, sum = 0;
        for (var k = 0; ; k++)
        {
            sum += term * (log - psi);
            if (k > x - alpha && Math.Abs(term * (log - psi)) < 1e-17 * Math.Abs(sum)) break;
            psi += 1 / (alpha + k + 1);
            term *= x / (alpha + k + 1);
        }

        return -sum;
    }
}
