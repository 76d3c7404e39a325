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
                return Chosen(input, target, weight, reduction, ignore_index);
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
                var classes = input.sizes.Length == 1 ? 0 : 1;
                if (label_smoothing == 0)
                {
                    return CrossEntropy.Suits(input, target, weight)
                        ? CrossEntropy.Run(input, target, weight, ignore_index, reduction)
                        : Chosen(input.log_softmax(classes), target, weight, reduction, ignore_index);
                }
                var logits = input.log_softmax(classes);
                var chosen = Chosen(logits, target, weight, reduction, ignore_index);
                var ignored = target == ignore_index;
                var even = (weight is null ? logits : logits * AlongClasses(weight, logits, classes)).sum(classes).neg().masked_fill(ignored, 0);
                var smooth = reduction switch
                {
                    Reduction.None => even,
                    Reduction.Sum => even.sum(),
                    _ when weight is null => even.mean(),
                    _ => even.sum() / WeightsOf(target, weight, ignored, input.type).sum(),
                };
                return (chosen * (1 - label_smoothing)) + (smooth * (label_smoothing / input.sizes[classes]));
            }

            private static Tensor OfProbabilities(Tensor input, Tensor target, Tensor? weight, Reduction reduction, double smoothing)
            {
                if (input.sizes.Length == 0) throw new ArgumentException("cross_entropy: the input is a single number; it needs a dimension of classes");
                var classes = input.sizes.Length == 1 ? 0 : 1;
                var n = input.sizes[classes];
                if (smoothing > 0) target = (target * (1 - smoothing)) + (smoothing / n);
                var logits = input.log_softmax(classes);
                var parts = logits * target;
                if (weight is not null) parts = parts * AlongClasses(weight, logits, classes);
                return reduction switch
                {
                    Reduction.None => parts.sum(classes).neg(),
                    Reduction.Sum => parts.sum().neg(),
                    _ => parts.sum().neg() / (input.count / n),
                };
            }

            /// <summary>−w·(logarithm of the right class's probability), reduced.</summary>
            private static Tensor Chosen(Tensor logits, Tensor target, Tensor? weight, Reduction reduction, long ignore_index)
            {
                var classes = logits.sizes.Length == 1 ? 0 : 1;
                var ignored = target == ignore_index;
                var loss = logits.gather(classes, target.masked_fill(ignored, 0).unsqueeze(classes)).squeeze(classes).neg();
                var weights = WeightsOf(target, weight, ignored, logits.type);
                loss = loss.masked_fill(ignored, 0) * weights;
                return reduction switch
                {
                    Reduction.None => loss,
                    Reduction.Sum => loss.sum(),
                    _ => loss.sum() / weights.sum(),
                };
            }

            private static Tensor WeightsOf(Tensor target, Tensor? weight, Tensor ignored, ScalarType type)
            {
                var weights = weight is null ? ones(target.sizes, type) : weight.index_select(0, target.masked_fill(ignored, 0).reshape(-1)).reshape(target.sizes);
                return weights.masked_fill(ignored, 0);
            }

            private static Tensor AlongClasses(Tensor weight, Tensor like, int classes)
            {
                var shape = new long[like.sizes.Length];
                Array.Fill(shape, 1);
                shape[classes] = -1;
                return weight.reshape(shape);
            }
        }
    }
}
