namespace Qiansi.Amazons;

/// <summary>Small systems of linear equations.</summary>
internal static class LinearSystem
{
    /// <summary>Solves A·x = b for a symmetric positive definite A, by Cholesky's factors.</summary>
    /// <exception cref="ArithmeticException">A is not positive definite.</exception>
    public static double[] Solve(double[,] a, ReadOnlySpan<double> b)
    {
        var n = b.Length;
        var factor = new double[n, n];
        var x = b.ToArray();
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = a[i, j];
                for (var k = 0; k < j; k++) sum -= factor[i, k] * factor[j, k];
                if (i == j && sum <= 0) throw new ArithmeticException($"the matrix is not positive definite: pivot {i} is {sum}");
                factor[i, j] = i == j ? Math.Sqrt(sum) : sum / factor[j, j];
            }

            for (var k = 0; k < i; k++) x[i] -= factor[i, k] * x[k];
            x[i] /= factor[i, i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++) x[i] -= factor[k, i] * x[k];
            x[i] /= factor[i, i];
        }

        return x;
    }
}
