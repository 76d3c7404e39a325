using Qiansi.Torch.Dispatch;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The larger of two elements; NaN when either is. Shapes broadcast.</summary>
        [Function]
        public Tensor maximum(Tensor other)
        {
            var y = Binary.Apply<Maximum>(this, other, "maximum");
            return GradMode.Needs(this, other) ? new MaximumBackward0(this, other, y).Attach(y) : y;
        }

        /// <summary>The smaller of two elements; NaN when either is. Shapes broadcast.</summary>
        [Function]
        public Tensor minimum(Tensor other)
        {
            var y = Binary.Apply<Minimum>(this, other, "minimum");
            return GradMode.Needs(this, other) ? new MinimumBackward0(this, other, y).Attach(y) : y;
        }

        // y = max(a, b);  the gradient goes to the one chosen, half to each where they are equal
        private sealed class MaximumBackward0(Tensor a, Tensor b, Tensor y) : ChosenBackward(a, b, y)
        {
            public override string Name => "MaximumBackward0";
        }

        private sealed class MinimumBackward0(Tensor a, Tensor b, Tensor y) : ChosenBackward(a, b, y)
        {
            public override string Name => "MinimumBackward0";
        }

        private abstract class ChosenBackward(Tensor a, Tensor b, Tensor y) : Node(a, b)
        {
            private Saved a = new(a), b = new(b), y = new(y);

            protected override Tensor Backward(int input, Tensor grad)
            {
                var equal = a.Value == b.Value;
                var chosen = (input == 0 ? a.Value : b.Value) == y.Value;
                return torch.where(equal, grad * 0.5, grad.masked_fill(~chosen, 0));
            }

            protected internal override void Release() => Saved.Release(ref a, ref b, ref y);
        }

        /// <summary>The larger of two elements; NaN when either is. Shapes broadcast.</summary>
        [Function]
        public Tensor max(Tensor other) => maximum(other);

        /// <summary>The smaller of two elements; NaN when either is. Shapes broadcast.</summary>
        [Function]
        public Tensor min(Tensor other) => minimum(other);

        /// <summary>Elements below min become min, those above max become max.</summary>
        [Function, InPlace]
        public Tensor clamp(Scalar? min = null, Scalar? max = null)
        {
            if (min == null && max == null) throw new ArgumentException("clamp: at least one of min and max must be given");
            if (min is { Kind: not ScalarKind.Float } least) least.RequireFits(type);
            if (max is { Kind: not ScalarKind.Float } most) most.RequireFits(type);
            var y = this;
            if (min is { } bottom && max is { } top && Unary.Clamp(this, bottom, top) is { } clamped) y = clamped;
            else
            {
                if (min is { } low) y = Binary.Apply<Maximum>(y, low);
                if (max is { } high) y = Binary.Apply<Minimum>(y, high);
            }
            return GradMode.Needs(this) ? new ClampBackward1(this, min, max).Attach(y) : y;
        }

        // y = min(max(x, low), high);  ∂x = g where low ≤ x ≤ high
        private sealed class ClampBackward1(Tensor x, Scalar? min, Scalar? max) : UnaryNode(x, x)
        {
            protected override Tensor Backward(Tensor grad, Tensor x)
            {
                Tensor? inside = null;
                if (min is { } low) inside = x >= low;
                if (max is { } high) inside = inside is null ? x <= high : inside.logical_and(x <= high);
                return grad.where(inside!, 0.0);
            }
        }

        /// <summary>Elements below those of min become them, those above max likewise. Shapes broadcast.</summary>
        [Function, InPlace]
        public Tensor clamp(Tensor? min = null, Tensor? max = null)
        {
            if (min is null && max is null) throw new ArgumentException("clamp: at least one of min and max must be given");
            var y = min is null ? this : torch.where(this < min, min, this);
            return max is null ? y : torch.where(y > max, max, y);
        }

        /// <inheritdoc cref="clamp(Scalar?, Scalar?)"/>
        [Function]
        public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);

        /// <summary>Elements below min become min, which has no gradient; the others stay.</summary>
        [Function]
        public Tensor clamp_min(Scalar min) => clamp(min);

        /// <summary>Elements above max become max, which has no gradient; the others stay.</summary>
        [Function]
        public Tensor clamp_max(Scalar max) => clamp((Scalar?)null, max);

        /// <summary>Elements below min become min, in place.</summary>
        [Function]
        public Tensor clamp_min_(Scalar min) => clamp_(min);

        /// <summary>Elements above max become max, in place.</summary>
        [Function]
        public Tensor clamp_max_(Scalar max) => clamp_(null, max);
    }
}
