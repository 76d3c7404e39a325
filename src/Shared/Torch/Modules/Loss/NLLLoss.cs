using Qiansi.Torch.Functional;

namespace Qiansi.Modules
{
    /// <summary>The negative logarithm of the probability given to the right class.</summary>
    public sealed class NLLLoss : WeightedLoss<Tensor, Tensor, Tensor>
    {
        /// <summary>A loss with these settings; the reduction says whether losses are averaged, summed, or given one by one.</summary>
        public NLLLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean, long ignore_index = -100)
            : base(weight, reduction) => this.ignore_index = ignore_index;

        /// <summary>A target that does not count.</summary>
        public long ignore_index { get; }

        /// <summary>The loss of logarithms of probabilities, (N, C), and classes, (N).</summary>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.nll_loss(input, target, weight, reduction, ignore_index);
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The negative logarithm of the probability given to the right class.</summary>
            public static NLLLoss NLLLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean, long ignore_index = -100) =>
                new(weight, reduction, ignore_index);

            public static partial class functional
            {
                /// <summary>The negative logarithm of the probability given to the right class.</summary>
                /// <param name="input">Logarithms of probabilities, (N, C) or (N, C, d₁, …): from log_softmax.</param>
                /// <param name="target">Classes 0 … C − 1, int64, (N) or (N, d₁, …).</param>
                /// <param name="weight">A factor for each class; the mean is weighted by it.</param>
                /// <param name="ignore_index">A target that does not count.</param>
                /// <exception cref="ArgumentException">Shapes do not fit, or a target is no class.</exception>
                public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean,
                    long ignore_index = -100)
                {
                    ClassTargets.Check("nll_loss", input, target, weight, ignore_index);
                    return NegativeLogLikelihood.Of(input, target, weight, reduction, ignore_index);
                }
            }
        }
    }
}
