using Qiansi.Torch.Autograd;
using Qiansi.Torch.Loops;
using Qiansi.Torch.Operations;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>ln |Γ(x)|, the logarithm of the gamma function.</summary>
        public Tensor lgamma()
        {
            var y = DoubleMap.Of(this, GammaFunctions.LogGamma);
            return GradMode.Needs(this) ? new LgammaBackward0(this).Attach(y) : y;
        }

        // y = ln |Γ(x)|;  ∂x = g·ψ(x)
        private sealed class LgammaBackward0(Tensor x) : Node(x)
        {
            private Saved x = new(x);

            protected override Tensor Backward(int input, Tensor grad) => grad * x.Value.digamma();

            protected internal override void Release() => x.Release();
        }

        /// <summary>ψ(x), the derivative of <see cref="lgamma"/>.</summary>
        public Tensor digamma()
        {
            var y = DoubleMap.Of(this, GammaFunctions.Digamma);
            return GradMode.Needs(this) ? new DigammaBackward0(this).Attach(y) : y;
        }

        // y = ψ(x);  ∂x = g·ψ′(x)
        private sealed class DigammaBackward0(Tensor x) : Node(x)
        {
            private Saved x = new(x);

            protected override Tensor Backward(int input, Tensor grad) => grad * x.Value.polygamma(1);

            protected internal override void Release() => x.Release();
        }

        /// <summary>The p-th derivative of <see cref="digamma"/>, for numbers above 0; <see cref="digamma"/> itself for 0.</summary>
        /// <exception cref="ArgumentException">p is negative.</exception>
        public Tensor polygamma(long p)
        {
            if (p < 0) throw new ArgumentException($"polygamma: there is no derivative of order {p}; give 0 or more");
            var y = DoubleMap.Of(this, x => GammaFunctions.Polygamma(p, x));
            return GradMode.Needs(this) ? new PolygammaBackward0(this, p).Attach(y) : y;
        }

        // y = ψ⁽ⁿ⁾(x);  ∂x = g·ψ⁽ⁿ⁺¹⁾(x)
        private sealed class PolygammaBackward0(Tensor x, long n) : Node(x)
        {
            private Saved x = new(x);

            protected override Tensor Backward(int input, Tensor grad) => grad * x.Value.polygamma(n + 1);

            protected internal override void Release() => x.Release();
        }

        /// <summary>The lower incomplete gamma function P(a, x), a being this tensor; it has a gradient for x only, as in
        /// PyTorch.</summary>
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
        public Tensor igammac(Tensor other) => 1 - igamma(other);

        /// <summary>The logarithm of the multivariate gamma function of dimension p.</summary>
        public Tensor mvlgamma(long p)
        {
            var halves = arange(0, p, 1, dtype: Qiansi.Torch.Tensors.Promotion.ToFloat(type)) * 0.5;
            return (unsqueeze(-1) - halves).lgamma().sum(-1) + (p * (p - 1) / 4.0 * Math.Log(Math.PI));
        }

        /// <summary>ln |Γ(x)|, in place.</summary>
        public Tensor lgamma_() => Overwrite("lgamma_", BeforeWrite(this).lgamma());

        /// <summary>ψ(x), in place.</summary>
        public Tensor digamma_() => Overwrite("digamma_", BeforeWrite(this).digamma());

        /// <summary>The p-th derivative of ψ, in place.</summary>
        public Tensor polygamma_(long p) => Overwrite("polygamma_", BeforeWrite(this).polygamma(p));
    }

    /// <inheritdoc cref="Tensor.lgamma"/>
    public static Tensor lgamma(Tensor input) => input.lgamma();

    /// <inheritdoc cref="Tensor.digamma"/>
    public static Tensor digamma(Tensor input) => input.digamma();

    /// <summary>ln |Γ(x)|, in place.</summary>
    public static Tensor lgamma_(Tensor input) => input.lgamma_();

    /// <summary>ψ(x), in place.</summary>
    public static Tensor digamma_(Tensor input) => input.digamma_();

    /// <summary>The p-th derivative of ψ, in place.</summary>
    public static Tensor polygamma_(Tensor input, long p) => input.polygamma_(p);

    /// <summary>The p-th derivative of ψ.</summary>
    public static Tensor polygamma(Tensor input, long p) => input.polygamma(p);

    /// <summary>The lower incomplete gamma function P(a, x), a being the first tensor.</summary>
    public static Tensor igamma(Tensor input, Tensor other) => input.igamma(other);

    /// <summary>The upper incomplete gamma function Q(a, x), a being the first tensor.</summary>
    public static Tensor igammac(Tensor input, Tensor other) => input.igammac(other);

    /// <inheritdoc cref="Tensor.mvlgamma"/>
    public static Tensor mvlgamma(Tensor input, long p) => input.mvlgamma(p);
}
