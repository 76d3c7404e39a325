using Qiansi.Torch.Functional;

namespace Qiansi.Modules
{
    /// <summary>Cross entropy of logits: log_softmax and <see cref="NLLLoss"/> in one.</summary>
    public sealed class CrossEntropyLoss : WeightedLoss<Tensor, Tensor, Tensor>
    {
        /// <summary>A loss with these settings; the reduction says whether losses are averaged, summed, or given one by one.</summary>
        public CrossEntropyLoss(Tensor? weight = null, long? ignore_index = null, nn.Reduction reduction = nn.Reduction.Mean,
            double label_smoothing = 0.0) : base(weight, reduction) =>
                (this.ignore_index, this.label_smoothing) = (ignore_index, label_smoothing);

        /// <summary>A target class that does not count; null: −100.</summary>
        public long? ignore_index { get; }

        /// <summary>The share of the target that is spread evenly over all classes.</summary>
        public double label_smoothing { get; }

        /// <summary>The loss of logits, (N, C), and classes, (N), or probabilities, (N, C).</summary>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.cross_entropy(input, target, weight, ignore_index ?? -100, reduction, label_smoothing);
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Cross entropy of logits: the loss of classification.</summary>
            public static CrossEntropyLoss CrossEntropyLoss(Tensor? weight = null, long? ignore_index = null,
                Reduction reduction = Reduction.Mean, double label_smoothing = 0.0) =>
                    new(weight, ignore_index, reduction, label_smoothing);

            public static partial class functional
            {
                /// <summary>Cross entropy between a softmax of the input and the target: the loss of classification.</summary>
                /// <param name="input">Logits: any numbers, (N, C) or (N, C, d₁, …), or (C).</param>
                /// <param name="target">Classes 0 … C − 1, int64, (N) or (N, d₁, …); or probabilities, of the input's shape.</param>
                /// <param name="weight">A factor for each class.</param>
                /// <param name="ignore_index">A target class that does not count.</param>
                /// <param name="label_smoothing">
                /// The share of the target that is spread evenly over all classes (Szegedy et al. 2015).
                /// </param>
                /// <exception cref="ArgumentException">Shapes do not fit, or a target is no class.</exception>
                public static Tensor cross_entropy(Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100,
                    Reduction reduction = Reduction.Mean, double label_smoothing = 0.0)
                {
                    if (label_smoothing is < 0 or > 1)
                        throw new ArgumentException($"cross_entropy: label_smoothing is {label_smoothing}; it must be between 0 and 1");
                    if (target.type.IsFloating() && Shape.Same(input.sizes, target.sizes))
                        return OfProbabilities(input, target, weight, reduction, label_smoothing);
                    ClassTargets.Check("cross_entropy", input, target, weight, ignore_index);
                    if (CrossEntropy.Suits(input, target, weight))
                        return CrossEntropy.Run(input, target, weight, ignore_index, reduction, label_smoothing);
                    var logs = input.log_softmax(input.sizes.Length == 1 ? 0 : 1);
                    return NegativeLogLikelihood.Of(logs, target, weight, reduction, ignore_index, label_smoothing);
                }

                private static Tensor OfProbabilities(Tensor input, Tensor target, Tensor? weight, Reduction reduction, double smoothing)
                {
                    if (input.sizes.Length == 0)
                        throw new ArgumentException("cross_entropy: the input is a single number; it needs a dimension of classes");
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
}
