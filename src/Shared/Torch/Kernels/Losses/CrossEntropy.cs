using System.Numerics;

namespace Qiansi.Torch.Kernels;

/// <summary>
/// Cross entropy of contiguous (rows, classes) logits with class indices, in one pass without a stored log-softmax:
/// loss = w[t]·(1 - s)·l[t] + s/classes·Σ w[c]·l[c], with smoothing s (Szegedy et al., 2016) and l = ln Σ eˣ⁻ᵐᵃˣ - (x - max):
/// the largest is taken away first, since log-sum-exp and x of a large row agree in all digits they have.
/// </summary>
internal static unsafe class CrossEntropy
{
    /// <param name="weight">A weight for each class, or null for 1.</param>
    /// <param name="ignore">A target whose rows have loss 0 and no gradient.</param>
    /// <param name="losses">One a row.</param>
    /// <param name="logSumExp">One a row, for the backward pass.</param>
    /// <returns>The sum of the weights of the targets that count: what a mean divides by.</returns>
    public static T Forward<T>(T* logits, long* targets, T* weight, long rows, long classes, T smoothing, long ignore, T* losses,
        T* logSumExp)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var weightSum = weight == null ? T.CreateTruncating(classes) : Reduce.Sum(weight, classes);
        ThreadTeam.For(rows, Math.Max(1, 8192 / Math.Max(1, classes)), (begin, end) =>
        {
            for (var row = begin; row < end; row++)
            {
                var x = logits + row * classes;
                var max = Reduce.Max(x, classes);
                var lse = T.Log(SoftmaxRow.ExpSum(x, max, null, classes));
                logSumExp[row] = max + lse;
                if (targets[row] == ignore)
                {
                    losses[row] = T.Zero;
                    continue;
                }

                var t = targets[row];
                var loss = (T.One - smoothing) * (weight == null ? T.One : weight[t]) * (lse - (x[t] - max));
                if (smoothing != T.Zero)
                {
                    var linear = weight == null
                        ? Reduce.Blocked(new DeviationOf<T>(max), x, x, classes)
                        : Reduce.Blocked(new CenteredProductOf<T>(max), x, weight, classes);
                    loss += smoothing / T.CreateTruncating(classes) * (weightSum * lse - linear);
                }

                losses[row] = loss;
            }
        });
        var total = T.Zero;
        for (long row = 0; row < rows; row++)
        {
            if (targets[row] != ignore) total += weight == null ? T.One : weight[targets[row]];
        }

        return total;
    }

    /// <summary>The logits' gradient, overwritten: row r is scaled by scales[r·scaleStep] (stride 0: one for all, as for a mean).</summary>
    public static void Backward<T>(T* logits, long* targets, T* weight, T* logSumExp, long rows, long classes, T smoothing, long ignore,
        T* scales, int scaleStep, T* gradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var weightSum = weight == null ? T.CreateTruncating(classes) : Reduce.Sum(weight, classes);
        var share = smoothing / T.CreateTruncating(classes);
        ThreadTeam.For(rows, Math.Max(1, 8192 / Math.Max(1, classes)), (begin, end) =>
        {
            for (var row = begin; row < end; row++)
            {
                var g = gradient + row * classes;
                if (targets[row] == ignore)
                {
                    new Span<T>(g, (int)classes).Clear();
                    continue;
                }

                T scale = scales[row * scaleStep], wt = (T.One - smoothing) * (weight == null ? T.One : weight[targets[row]]);
                var sum = SoftmaxRow.ExpSum(logits + row * classes, logSumExp[row], g, classes);
                var slope = scale * (wt + share * weightSum);
                if (SoftmaxRow.HasLostDigits(sum)) slope /= sum;
                if (weight == null || smoothing == T.Zero) Unary.Part(new Affine<T>(slope, -scale * share), g, g, classes);
                else
                {
                    Unary.Part(new Scale<T>(slope), g, g, classes);
                    Binary.Part(new AddScaled<T>(-scale * share), g, 1, weight, 1, g, classes);
                }

                g[targets[row]] -= scale * wt;
            }
        });
    }
}
