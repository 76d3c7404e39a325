namespace Qiansi.Torch.RandomNumbers;

/// <summary>How often n trials succeed.</summary>
internal static class BinomialDraw
{
    /// <summary>One number of successes in n trials of probability p.</summary>
    public static double Next(CpuGenerator generator, double n, double p)
    {
        if (n <= 0 || p <= 0) return 0;
        if (p >= 1) return n;
        if (p > 0.5) return n - Next(generator, n, 1 - p);
        return n * p >= 10 ? Rejected(generator, n, p) : Waited(generator, n, p);
    }

    /// <summary>The waiting times between successes are geometric: how many fit in n trials.</summary>
    private static double Waited(CpuGenerator generator, double n, double p)
    {
        double trials = 0;
        var successes = 0;
        while (true)
        {
            var u = generator.NextDouble();
            trials += Math.Ceiling(Math.Log(u) / Math.Log(1 - p));
            if (trials > n) return successes;
            successes++;
        }
    }

    /// <summary>Transformed rejection with squeeze (Hörmann, "The generation of binomial random variates", 1993, algorithm BTRS).</summary>
    private static double Rejected(CpuGenerator generator, double n, double p)
    {
        var spread = Math.Sqrt(n * p * (1 - p));
        var b = 1.15 + (2.53 * spread);
        var a = -0.0873 + (0.0248 * b) + (0.01 * p);
        var c = (n * p) + 0.5;
        var squeeze = 0.92 - (4.2 / b);
        var odds = p / (1 - p);
        var alpha = (2.83 + (5.1 / b)) * spread;
        var m = Math.Floor((n + 1) * p);
        while (true)
        {
            var u = generator.NextDouble() - 0.5;
            var v = generator.NextDouble();
            var us = 0.5 - Math.Abs(u);
            var k = Math.Floor((((2 * a / us) + b) * u) + c);
            if (us >= 0.07 && v <= squeeze) return k;
            if (k < 0 || k > n) continue;
            v = Math.Log(v * alpha / ((a / (us * us)) + b));
            var bound = ((m + 0.5) * Math.Log((m + 1) / (odds * (n - m + 1)))) + ((n + 1) * Math.Log((n - m + 1) / (n - k + 1)))
                + ((k + 0.5) * Math.Log(odds * (n - k + 1) / (k + 1))) + StirlingTail(m) + StirlingTail(n - m) - StirlingTail(k)
                    - StirlingTail(n - k);
            if (v <= bound) return k;
        }
    }

    /// <summary>What Stirling's formula leaves of ln k!: the difference to ½ ln 2π + (k + ½) ln(k + 1) − (k + 1).</summary>
    private static double StirlingTail(double k) =>
        Operations.GammaFunctions.LogGamma(k + 1) - (0.5 * Math.Log(2 * Math.PI)) - ((k + 0.5) * Math.Log(k + 1)) + k + 1;
}
