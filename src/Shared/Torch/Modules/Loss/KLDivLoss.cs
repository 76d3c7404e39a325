using Qiansi.Torch.Functional;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Kullback–Leibler divergence of the target from the input: target · (ln target − input).</summary>
            /// <param name="input">Logarithms of probabilities, as from log_softmax.</param>
            /// <param name="target">Probabilities, or (<paramref name="log_target"/>) their logarithms.</param>
            /// <param name="log_target">Whether the target is in logarithms; TorchSharp's default, not PyTorch's.</param>
            [Layer("KLDivLoss")]
            public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean)
            {
                Losses.CheckShapes("kl_div", input, target);
                if (log_target) return Losses.Reduce(target.exp() * (target - input), reduction);
                // 0 · ln 0 counts as 0.
                var positive = target.detach() > 0;
                return Losses.Reduce(where(positive, target * (where(positive, target, 1.0).log() - input), 0.0), reduction);
            }
        }
    }
}
