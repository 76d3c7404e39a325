using Qiansi.Torch.Autograd;
using Qiansi.Torch.Functional;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The mean of (input − target)².</summary>
            /// <exception cref="ArgumentException">Shapes do not fit.</exception>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
            {
                Losses.CheckShapes("mse_loss", input, target);
                Tensor y;
                using (no_grad()) y = Losses.Reduce((input - target).square(), reduction);
                return GradMode.Needs(input, target) ? new MseLossBackward0(input, target, reduction).Attach(y) : y;
            }

            // y = Σ (x − t)² / n;  ∂x = 2g(x − t)/n, ∂t = −∂x
            private sealed class MseLossBackward0(Tensor x, Tensor t, Reduction reduction) : Node(x, t)
            {
                private Saved x = new(x), t = new(t);

                protected override Tensor Backward(int input, Tensor grad)
                {
                    var difference = input == 0 ? x.Value - t.Value : t.Value - x.Value;
                    return difference * (grad * (reduction == Reduction.Mean ? 2.0 / difference.count : 2.0));
                }

                protected internal override void Release() => Saved.Release(ref x, ref t);
            }

            /// <summary>The mean of |input − target|.</summary>
            /// <exception cref="ArgumentException">Shapes do not fit.</exception>
            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
            {
                Losses.CheckShapes("l1_loss", input, target);
                return Losses.Reduce((input - target).abs(), reduction);
            }

            /// <summary>Where input and target are closer than beta, their squared difference / (2·beta); else their difference − beta/2.</summary>
            /// <exception cref="ArgumentException">Shapes do not fit, or beta is negative.</exception>
            public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1)
            {
                if (beta < 0) throw new ArgumentException($"smooth_l1_loss: beta is {beta}; it cannot be negative");
                if (beta == 0) return l1_loss(input, target, reduction);
                Losses.CheckShapes("smooth_l1_loss", input, target);
                var distance = (input - target).abs();
                return Losses.Reduce(where(distance.detach() < beta, distance.square() * (0.5 / beta), distance - (0.5 * beta)), reduction);
            }

            /// <summary>Where input and target are closer than delta, half their squared difference; else delta · (their difference − delta/2) (Huber 1964).</summary>
            /// <exception cref="ArgumentException">Shapes do not fit, or delta is not positive.</exception>
            public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1.0, Reduction reduction = Reduction.Mean)
            {
                if (delta <= 0) throw new ArgumentException($"huber_loss: delta is {delta}; it must be positive");
                Losses.CheckShapes("huber_loss", input, target);
                var distance = (input - target).abs();
                return Losses.Reduce(where(distance.detach() <= delta, distance.square() * 0.5, (distance - (0.5 * delta)) * delta), reduction);
            }

            /// <summary>Kullback–Leibler divergence of the target from the input: target · (ln target − input).</summary>
            /// <param name="input">Logarithms of probabilities, as from log_softmax.</param>
            /// <param name="target">Probabilities, or (<paramref name="log_target"/>) their logarithms.</param>
            /// <param name="log_target">Whether the target is in logarithms; TorchSharp's default, not PyTorch's.</param>
            public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean)
            {
                Losses.CheckShapes("kl_div", input, target);
                if (log_target) return Losses.Reduce(target.exp() * (target - input), reduction);
                // 0 · ln 0 counts as 0.
                var positive = target.detach() > 0;
                return Losses.Reduce(where(positive, target * (where(positive, target, 1.0).log() - input), 0.0), reduction);
            }

            /// <summary>The cosine of the angle between vectors along a dimension.</summary>
            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1L, double eps = 1e-8)
            {
                var product = (x1 * x2).sum(dim);
                var lengths = (x1.square().sum(dim) * x2.square().sum(dim)).clamp_min(eps * eps).sqrt();
                return product / lengths;
            }

            /// <summary>The p-norm of the difference of two sets of vectors (of the last dimension).</summary>
            public static Tensor pairwise_distance(Tensor input1, Tensor input2, double p = 2.0, double eps = 1e-6, bool keepdim = false) =>
                linalg.vector_norm(input1 - input2 + eps, p, [-1], keepdim);

            /// <summary>Vectors along a dimension scaled to p-norm 1.</summary>
            public static Tensor normalize(Tensor input, double p = 2.0, long dim = 1, double eps = 1e-12) =>
                input / linalg.vector_norm(input, p, [dim], true).clamp_min(eps).expand_as(input);
        }
    }
}
