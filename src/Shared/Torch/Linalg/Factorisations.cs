namespace Qiansi.Torch.Linalg;

/// <summary>Factorisations of one matrix in double precision.</summary>
internal static class Factorisations
{
    /// <summary>LU with partial pivoting, in place: L below the diagonal (ones on it), U from it on.</summary>
    /// <returns>The rows' new order, the sign of that permutation, and whether a pivot was 0.</returns>
    public static (int[] Order, int Sign, bool Singular) Lu(double[,] a)
    {
        var n = a.GetLength(0);
        var order = Enumerable.Range(0, n).ToArray();
        var sign = 1;
        var singular = false;
        for (var k = 0; k < n; k++)
        {
            var pivot = k;
            for (var i = k + 1; i < n; i++)
            {
                if (Math.Abs(a[i, k]) > Math.Abs(a[pivot, k])) pivot = i;
            }
            if (a[pivot, k] == 0)
            {
                singular = true;
                continue;
            }
            if (pivot != k)
            {
                for (var j = 0; j < n; j++) (a[k, j], a[pivot, j]) = (a[pivot, j], a[k, j]);
                (order[k], order[pivot]) = (order[pivot], order[k]);
                sign = -sign;
            }
            for (var i = k + 1; i < n; i++)
            {
                var factor = a[i, k] /= a[k, k];
                for (var j = k + 1; j < n; j++) a[i, j] -= factor * a[k, j];
            }
        }
        return (order, sign, singular);
    }

    /// <summary>X of A·X = B, from the LU of A.</summary>
    public static double[,] Solve(double[,] lu, int[] order, double[,] b)
    {
        var (n, columns) = (b.GetLength(0), b.GetLength(1));
        var x = new double[n, columns];
        for (var c = 0; c < columns; c++)
        {
            for (var i = 0; i < n; i++)
            {
                var sum = b[order[i], c];
                for (var j = 0; j < i; j++) sum -= lu[i, j] * x[j, c];
                x[i, c] = sum;
            }
            for (var i = n - 1; i >= 0; i--)
            {
                for (var j = i + 1; j < n; j++) x[i, c] -= lu[i, j] * x[j, c];
                x[i, c] /= lu[i, i];
            }
        }
        return x;
    }

    /// <summary>L of A = L·Lᵀ; null when A is not positive definite.</summary>
    public static double[,]? Cholesky(double[,] a)
    {
        var n = a.GetLength(0);
        var l = new double[n, n];
        for (var j = 0; j < n; j++)
        {
            for (var i = j; i < n; i++)
            {
                var sum = a[i, j];
                for (var k = 0; k < j; k++) sum -= l[i, k] * l[j, k];
                if (i == j && !(sum > 0)) return null;
                l[i, j] = i == j ? Math.Sqrt(sum) : sum / l[j, j];
            }
        }
        return l;
    }

    /// <summary>Q and R by Householder reflections, signs as LAPACK's.</summary>
    /// <param name="a">m by n; becomes R.</param>
    /// <param name="columns">How many columns of Q are wanted.</param>
    public static double[,] Qr(double[,] a, int columns)
    {
        var (m, n) = (a.GetLength(0), a.GetLength(1));
        var q = new double[m, columns];
        for (var i = 0; i < columns; i++) q[i, i] = 1;
        var reflections = new List<double[]>();
        for (var k = 0; k < Math.Min(m, n); k++)
        {
            var v = new double[m];
            double norm = 0;
            for (var i = k; i < m; i++)
            {
                v[i] = a[i, k];
                norm += v[i] * v[i];
            }
            norm = Math.Sqrt(norm);
            var below = false;
            for (var i = k + 1; i < m; i++) below |= v[i] != 0;
            if (!below) norm = 0;
            // LAPACK leaves a column that is done already as it is, sign and all.
            if (norm != 0)
            {
                v[k] += Math.CopySign(norm, v[k]);
                Reflect(a, v, k);
            }
            reflections.Add(norm != 0 ? v : []);
        }
        for (var k = reflections.Count - 1; k >= 0; k--)
        {
            if (reflections[k].Length > 0) Reflect(q, reflections[k], 0);
        }
        return q;
    }

    /// <summary>a −= 2 v (vᵀ a) / vᵀv</summary>
    private static void Reflect(double[,] a, double[] v, int firstColumn)
    {
        double square = 0;
        foreach (var x in v) square += x * x;
        for (var j = firstColumn; j < a.GetLength(1); j++)
        {
            double dot = 0;
            for (var i = 0; i < v.Length; i++) dot += v[i] * a[i, j];
            for (var i = 0; i < v.Length; i++) a[i, j] -= 2 * dot / square * v[i];
        }
    }
}
