using Qiansi.Torch.Dispatch;
using Qiansi.Torch.Operations;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>ln |Γ(x)|, the logarithm of the gamma function.</summary>
        [Function, InPlace]
        public Tensor lgamma()
        {
            var y = DoubleMap.Of(this, GammaFunctions.LogGamma);
            return GradMode.Needs(this) ? new LgammaBackward0(this).Attach(y) : y;
        }

        // y = ln |Γ(x)|;  ∂x = g·ψ(x)
        private sealed class LgammaBackward0(Tensor x) : UnaryNode(x, x)
        {
            protected override Tensor Backward(Tensor grad, Tensor x) => grad * x.digamma();
        }

        /// <summary>ψ(x), the derivative of <see cref="lgamma"/>.</summary>
        [Function, InPlace]
        public Tensor digamma()
        {
            var y = DoubleMap.Of(this, GammaFunctions.Digamma);
            return GradMode.Needs(this) ? new DigammaBackward0(this).Attach(y) : y;
        }

        // y = ψ(x);  ∂x = g·ψ′(x)
        private sealed class DigammaBackward0(Tensor x) : UnaryNode(x, x)
        {
            protected override Tensor Backward(Tensor grad, Tensor x) => grad * x.polygamma(1);
        }

        /// <summary>The p-th derivative of <see cref="digamma"/>, for numbers above 0; <see cref="digamma"/> itself for 0.</summary>
        /// <exception cref="ArgumentException">p is negative.</exception>
        [Function, InPlace]
        public Tensor polygamma(long p)
        {
            if (p < 0) throw new ArgumentException($"polygamma: there is no derivative of order {p}; give 0 or more");
            var y = DoubleMap.Of(this, x => GammaFunctions.Polygamma(p, x));
            return GradMode.Needs(this) ? new PolygammaBackward0(this, p).Attach(y) : y;
        }

        // y = ψ⁽ⁿ⁾(x);  ∂x = g·ψ⁽ⁿ⁺¹⁾(x)
        private sealed class PolygammaBackward0(Tensor x, long n) : UnaryNode(x, x)
        {
            protected override Tensor Backward(Tensor grad, Tensor x) => grad * x.polygamma(n + 1);
        }

        /// <summary>The lower incomplete gamma function P(a, x), a being this tensor; it has a gradient for x only, as in
        /// PyTorch.</summary>
        [Function]
        public Tensor igamma(Tensor other)
        {
            var y = DoubleMap.Of(this, other, GammaFunctions.LowerRegularized);
            return GradMode.Needs(this, other) ? new IgammaBackward0(this, other).Attach(y) : y;
        }

        // y = P(a, x);  ∂x = g·xᵃ⁻¹e⁻ˣ/Γ(a)
        private sealed class IgammaBackward0(Tensor a, Tensor x) : Node(a, x)
        {
            private Saved a = new(a), x = new(x);

            protected override Tensor Backward(int input, Tensor grad) => input == 0
                ? throw new NotSupportedException("igamma: there is no gradient for its first argument, a; detach it")
                : grad * (((a.Value - 1) * x.Value.log()) - x.Value - a.Value.lgamma()).exp();

            protected internal override void Release() => Saved.Release(ref a, ref x);
        }

        /// <summary>The upper incomplete gamma function Q(a, x) = 1 − P(a, x).</summary>
        [Function]
        public Tensor igammac(Tensor other) => 1 - igamma(other);

        /// <summary>The logarithm of the multivariate gamma function of dimension p.</summary>
        [Function]
        public Tensor mvlgamma(long p)
        {
            var halves = arange(0, p, 1, dtype: Qiansi.Torch.Tensors.Promotion.ToFloat(type)) * 0.5;
            return (unsqueeze(-1) - halves).lgamma().sum(-1) + (p * (p - 1) / 4.0 * Math.Log(Math.PI));
        }
    }
}
