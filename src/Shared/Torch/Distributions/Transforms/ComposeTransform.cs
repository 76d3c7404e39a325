namespace Qiansi;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>Transforms one after the other; of none, y = x.</summary>
            public sealed class ComposeTransform : Transform
            {
                private readonly Transform[] parts;

                /// <summary>The transforms in the order in which they are applied.</summary>
                public ComposeTransform(IEnumerable<Transform> parts)
                {
                    this.parts = [.. parts];
                    (domain, codomain) = (constraints.real, constraints.real);
                    if (this.parts.Length == 0) return;
                    domain = Widened(this.parts[0].domain, Widest(this.parts.Reverse(), p => (p.codomain.event_dim, p.domain.event_dim)));
                    codomain = Widened(this.parts[^1].codomain, Widest(this.parts, p => (p.domain.event_dim, p.codomain.event_dim)));
                }

                /// <inheritdoc/>
                public override constraints.Constraint domain { get; }

                /// <inheritdoc/>
                public override constraints.Constraint codomain { get; }

                /// <inheritdoc/>
                public override bool bijective => parts.All(p => p.bijective);

                /// <inheritdoc/>
                public override Tensor log_abs_det_jacobian(Tensor x, Tensor y)
                {
                    var (sum, dimensions) = (SumLast(zeros_like(x), domain.event_dim), domain.event_dim);
                    for (var i = 0; i < parts.Length; i++)
                    {
                        var next = i == parts.Length - 1 ? y : parts[i]._call(x);
                        sum = sum + SumLast(parts[i].log_abs_det_jacobian(x, next), dimensions - parts[i].domain.event_dim);
                        dimensions += parts[i].codomain.event_dim - parts[i].domain.event_dim;
                        x = next;
                    }

                    return sum;
                }

                /// <inheritdoc/>
                public override long[] forward_shape(long[] shape) => parts.Aggregate(shape, (s, p) => p.forward_shape(s));

                /// <inheritdoc/>
                public override long[] inverse_shape(long[] shape) => parts.Reverse().Aggregate(shape, (s, p) => p.inverse_shape(s));

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => parts.Aggregate(x, (v, p) => p._call(v));

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => parts.Reverse().Aggregate(y, (v, p) => p._inverse(v));

                /// <inheritdoc/>
                protected internal override Tensor _sign() => parts.Aggregate((Tensor)1, (s, p) => s * p.sign);

                /// <summary>How many dimensions the last one's results have when each takes all dimensions it needs of those
                /// before.</summary>
                private static int Widest(IEnumerable<Transform> inOrder, Func<Transform, (int From, int To)> dimensions)
                {
                    var widest = dimensions(inOrder.First()).From;
                    foreach (var (from, to) in inOrder.Select(dimensions)) widest = Math.Max(widest + to - from, to);
                    return widest;
                }

                private static constraints.Constraint Widened(constraints.Constraint constraint, int dimensions) =>
                    constraints.independent(constraint, Math.Max(0, dimensions - constraint.event_dim));
            }
        }
    }
}
