namespace Qiansi.Torch.RandomNumbers;

/// <summary>Counts of the Poisson distribution.</summary>
internal static class PoissonDraw
{
    /// <summary>One count of mean λ, which is not negative.</summary>
    public static double Next(CpuGenerator generator, double lambda) =>
        lambda >= 10 ? Rejected(generator, lambda) : lambda == 0 ? 0 : Multiplied(generator, lambda);

    /// <summary>How many uniform numbers can be multiplied before the product falls below e^(−λ) (Knuth).</summary>
    private static double Multiplied(CpuGenerator generator, double lambda)
    {
        var limit = Math.Exp(-lambda);
        var product = 1.0;
        for (var count = 0; ; count++)
        {
            product *= generator.NextDouble();
            if (product <= limit) return count;
        }
    }

    /// <summary>Transformed rejection with squeeze (Hörmann, "The transformed rejection method for generating Poisson random variables",
    /// 1993, algorithm PTRS).</summary>
    private static double Rejected(CpuGenerator generator, double lambda)
    {
        var b = 0.931 + (2.53 * Math.Sqrt(lambda));
        var a = -0.059 + (0.02483 * b);
        var inverseAlpha = 1.1239 + (1.1328 / (b - 3.4));
        var squeeze = 0.9277 - (3.6224 / (b - 2));
        while (true)
        {
            var u = generator.NextDouble() - 0.5;
            var v = generator.NextDouble();
            var us = 0.5 - Math.Abs(u);
            var k = Math.Floor((((2 * a / us) + b) * u) + lambda + 0.43);
            if (us >= 0.07 && v <= squeeze) return k;
            if (k < 0 || (us < 0.013 && v > us)) continue;
            var accepted = Math.Log(v) + Math.Log(inverseAlpha) - Math.Log((a / (us * us)) + b);
            if (accepted <= -lambda + (k * Math.Log(lambda)) - Operations.GammaFunctions.LogGamma(k + 1)) return k;
        }
    }
}
