using Qiansi.Torch.Dispatch;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>2ˣ of each element, of the shape of this tensor; of integers real numbers.</summary>
        [Function, InPlace]
        public Tensor exp2()
        {
            var y = Unary.Real<PowerOfTwo>(this);
            return GradMode.Needs(this) ? new Exp2Backward0(this, y).Attach(y) : y;
        }

        // y = 2ˣ;  ∂x = g·y·ln 2
        private sealed class Exp2Backward0(Tensor x, Tensor y) : UnaryNode(x, y)
        {
            protected override Tensor Backward(Tensor grad, Tensor y) => grad * (y * Math.Log(2));
        }

        /// <summary>The x whose error function each element is; infinite at ±1, NaN beyond.</summary>
        [Function, InPlace]
        public Tensor erfinv()
        {
            var y = Unary.Real<InverseErrorFunction>(this);
            return GradMode.Needs(this) ? new ErfinvBackward0(this, y).Attach(y) : y;
        }

        // erf y = x;  ∂x = g·√π/2·e^(y²)
        private sealed class ErfinvBackward0(Tensor x, Tensor y) : UnaryNode(x, y)
        {
            protected override Tensor Backward(Tensor grad, Tensor y) => grad * (y.square().exp() * (Math.Sqrt(Math.PI) / 2));
        }

        /// <summary>this · 2^other, element by element; shapes broadcast.</summary>
        [Function, InPlace]
        public Tensor ldexp(Tensor other) =>
            this * (other.type.IsFloating() ? other : other.to_type(Torch.Tensors.Promotion.DefaultFloat)).exp2();

        /// <summary>this raised to exponents, element by element, in float64; shapes broadcast.</summary>
        [Function, InPlace]
        public Tensor float_power(Tensor target) => to_type(ScalarType.Float64).pow(target.to_type(ScalarType.Float64));

        /// <summary>log₂(2ᵃ + 2ᵇ), element by element, without overflow.</summary>
        [Function("left", "right")]
        public Tensor logaddexp2(Tensor other) => (this * Math.Log(2)).logaddexp(other * Math.Log(2)) / Math.Log(2);

        /// <summary>this · ln y, 0 where this is 0.</summary>
        [Function("x"), InPlace]
        public Tensor xlogy(Scalar y) => xlogy(full([], y, type.IsFloating() ? type : Torch.Tensors.Promotion.DefaultFloat));
    }
}
