using Qiansi.Torch.Functional;
using Qiansi.Torch.Shapes;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The negative logarithm of the probability given to the right class.</summary>
            /// <param name="input">Logarithms of probabilities, (N, C) or (N, C, d₁, …): from log_softmax.</param>
            /// <param name="target">Classes 0 … C − 1, int64, (N) or (N, d₁, …).</param>
            /// <param name="weight">A factor for each class; the mean is weighted by it.</param>
            /// <param name="ignore_index">A target that does not count.</param>
            /// <exception cref="ArgumentException">Shapes do not fit, or a target is no class.</exception>
            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, long ignore_index = -100)
            {
                ClassTargets.Check("nll_loss", input, target, weight, ignore_index);
                return NegativeLogLikelihood.Of(input, target, weight, reduction, ignore_index);
            }

            /// <summary>Cross entropy between a softmax of the input and the target: the loss of classification.</summary>
            /// <param name="input">Logits: any numbers, (N, C) or (N, C, d₁, …), or (C).</param>
            /// <param name="target">Classes 0 … C − 1, int64, (N) or (N, d₁, …); or probabilities, of the input's shape.</param>
            /// <param name="weight">A factor for each class.</param>
            /// <param name="ignore_index">A target class that does not count.</param>
            /// <param name="label_smoothing">The share of the target that is spread evenly over all classes (Szegedy et al. 2015).</param>
            /// <exception cref="ArgumentException">Shapes do not fit, or a target is no class.</exception>
            public static Tensor cross_entropy(Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean, double label_smoothing = 0.0)
            {
                if (label_smoothing is < 0 or > 1) throw new ArgumentException($"cross_entropy: label_smoothing is {label_smoothing}; it must be between 0 and 1");
                if (target.type.IsFloating() && Shape.Same(input.sizes, target.sizes)) return OfProbabilities(input, target, weight, reduction, label_smoothing);
                ClassTargets.Check("cross_entropy", input, target, weight, ignore_index);
                if (CrossEntropy.Suits(input, target, weight))
                    return CrossEntropy.Run(input, target, weight, ignore_index, reduction, label_smoothing);
                var logs = input.log_softmax(input.sizes.Length == 1 ? 0 : 1);
                return NegativeLogLikelihood.Of(logs, target, weight, reduction, ignore_index, label_smoothing);
            }

            private static Tensor OfProbabilities(Tensor input, Tensor target, Tensor? weight, Reduction reduction, double smoothing)
            {
                if (input.sizes.Length == 0) throw new ArgumentException("cross_entropy: the input is a single number; it needs a dimension of classes");
                var classes = input.sizes.Length == 1 ? 0 : 1;
                var n = input.sizes[classes];
                if (smoothing > 0) target = (target * (1 - smoothing)) + (smoothing / n);
                var logits = input.log_softmax(classes);
                var parts = logits * target;
                if (weight is not null) parts = parts * NegativeLogLikelihood.AlongClasses(weight, logits, classes);
                return reduction switch
                {
                    Reduction.None => parts.sum(classes).neg(),
                    Reduction.Sum => parts.sum().neg(),
                    _ => parts.sum().neg() / (input.count / n),
                };
            }
        }
    }
}
