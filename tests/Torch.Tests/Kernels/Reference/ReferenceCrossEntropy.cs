using System.Numerics;
using Qiansi.Torch.Kernels;

namespace Qiansi.Torch.Tests.Kernels.Reference;

/// <summary>Cross entropy as it is defined, for one row: the target distribution times minus the log-probabilities.</summary>
internal static unsafe class ReferenceCrossEntropy
{
    /// <summary>The loss, and its gradient in <paramref name="gradient"/>.</summary>
    public static T Row<T>(T* logits, long target, T* weight, long classes, T smoothing, T[] gradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T max = T.NegativeInfinity, sum = T.Zero, loss = T.Zero;
        for (long c = 0; c < classes; c++) max = T.Max(max, logits[c]);
        for (long c = 0; c < classes; c++) sum += T.Exp(logits[c] - max);
        var mass = T.Zero;
        for (long c = 0; c < classes; c++)
        {
            var q = Share(c);
            loss -= q * (logits[c] - max - T.Log(sum));
            mass += q;
        }

        for (long c = 0; c < classes; c++) gradient[c] = mass * T.Exp(logits[c] - max) / sum - Share(c);
        return loss;

        T Share(long c)
        {
            var q = smoothing / T.CreateTruncating(classes) + (c == target ? T.One - smoothing : T.Zero);
            return weight == null ? q : q * weight[c];
        }
    }
}
