using Qiansi.Torch.Dispatch;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Where elements are equal: truth values; shapes broadcast.</summary>
        [Function("left", "right"), InPlace(Function = false)]
        public Tensor eq(Tensor target) => Compare.Apply<Equal>(this, target, "eq");

        /// <summary>Where elements are equal compared with a number.</summary>
        [Function, InPlace(Function = false)]
        public Tensor eq(Scalar target) => Compare.Apply<Equal>(this, target);

        /// <summary>Where elements differ: truth values; shapes broadcast.</summary>
        [Function("left", "right"), InPlace(Function = false)]
        public Tensor ne(Tensor target) => Compare.Apply<NotEqual>(this, target, "ne");

        /// <summary>Where elements differ compared with a number.</summary>
        [Function, InPlace(Function = false)]
        public Tensor ne(Scalar target) => Compare.Apply<NotEqual>(this, target);

        /// <summary>Where elements differ: truth values, in the shape the two broadcast to.</summary>
        [Function("tensor"), InPlace(Function = false)]
        public Tensor not_equal(Tensor target) => ne(target);

        /// <summary>Where this element is smaller: truth values; shapes broadcast.</summary>
        [Function("left", "right"), InPlace(Function = false)]
        public Tensor lt(Tensor target) => Compare.Apply<Less>(this, target, "lt");

        /// <summary>Where this element is smaller compared with a number.</summary>
        [Function, InPlace(Function = false)]
        public Tensor lt(Scalar target) => Compare.Apply<Less>(this, target);

        /// <summary>Where this element is smaller: truth values.</summary>
        [Function("tensor")]
        public Tensor less(Tensor target) => lt(target);

        /// <summary>Where this element is not larger: truth values; shapes broadcast.</summary>
        [Function("left", "right"), InPlace(Function = false)]
        public Tensor le(Tensor target) => Compare.Apply<LessOrEqual>(this, target, "le");

        /// <summary>Where this element is not larger compared with a number.</summary>
        [Function, InPlace(Function = false)]
        public Tensor le(Scalar target) => Compare.Apply<LessOrEqual>(this, target);

        /// <summary>Where this element is not larger: truth values.</summary>
        [Function("tensor"), InPlace(Function = false)]
        public Tensor less_equal(Tensor target) => le(target);

        /// <summary>Where this element is larger: truth values; shapes broadcast.</summary>
        [Function("left", "right"), InPlace(Function = false)]
        public Tensor gt(Tensor target) => Compare.Apply<Greater>(this, target, "gt");

        /// <summary>Where this element is larger compared with a number.</summary>
        [Function, InPlace(Function = false)]
        public Tensor gt(Scalar target) => Compare.Apply<Greater>(this, target);

        /// <summary>Where this element is larger: truth values.</summary>
        [Function("tensor")]
        public Tensor greater(Tensor target) => gt(target);

        /// <summary>Where this element is not smaller: truth values; shapes broadcast.</summary>
        [Function("left", "right"), InPlace(Function = false)]
        public Tensor ge(Tensor target) => Compare.Apply<GreaterOrEqual>(this, target, "ge");

        /// <summary>Where this element is not smaller compared with a number.</summary>
        [Function, InPlace(Function = false)]
        public Tensor ge(Scalar target) => Compare.Apply<GreaterOrEqual>(this, target);

        /// <summary>Where this element is not smaller: truth values.</summary>
        [Function("tensor")]
        public Tensor greater_equal(Tensor target) => ge(target);

        /// <summary>Where both are not zero: truth values; shapes broadcast.</summary>
        [Function("left", "right"), InPlace]
        public Tensor logical_and(Tensor other) => Compare.Apply<BothTrue>(this, other, "logical_and");

        /// <summary>Where one or both are not zero: truth values; shapes broadcast.</summary>
        [Function("left", "right"), InPlace]
        public Tensor logical_or(Tensor other) => Compare.Apply<EitherTrue>(this, other, "logical_or");

        /// <summary>Where exactly one is not zero: truth values; shapes broadcast.</summary>
        [Function("left", "right"), InPlace]
        public Tensor logical_xor(Tensor other) => Compare.Apply<OneTrue>(this, other, "logical_xor");

        /// <summary>Where elements are zero: truth values in the shape of the tensor.</summary>
        [Function, InPlace(Function = false)]
        public Tensor logical_not() => Compare.Apply<Equal>(this, 0);

        /// <summary>Where elements are not a number (NaN): truth values in the shape of the tensor.</summary>
        [Function]
        public Tensor isnan() => Compare.Apply<NotEqual>(this, this, "isnan");

        /// <summary>Where elements are +∞ or −∞: truth values in the shape of the tensor.</summary>
        [Function("tensor")]
        public Tensor isinf() => Compare.Apply<InfinityOf>(this, 0);

        /// <summary>Where elements are +∞: truth values in the shape of the tensor.</summary>
        [Function("tensor")]
        public Tensor isposinf() => Compare.Apply<InfinityOf>(this, 1);

        /// <summary>Where elements are −∞: truth values in the shape of the tensor.</summary>
        [Function("tensor")]
        public Tensor isneginf() => Compare.Apply<InfinityOf>(this, -1);

        /// <summary>Where elements are neither infinite nor NaN.</summary>
        [Function("tensor")]
        public Tensor isfinite() => Compare.Apply<FiniteNumber>(this, 0);

        /// <summary>Where |this − other| ≤ atol + rtol · |other|.</summary>
        [Function("tensor")]
        public Tensor isclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false)
        {
            using var mode = no_grad();
            var close = eq(other);
            if (type.IsFloating() || other.type.IsFloating())
            {
                var near = (this - other).abs() <= (other.abs() * rtol) + atol;
                close = close.logical_or(near.logical_and(isfinite()).logical_and(other.isfinite()));
                if (nanEqual) close = close.logical_or(isnan().logical_and(other.isnan()));
            }
            else if ((rtol != 0 || atol != 0) && !(type == ScalarType.Bool && other.type == ScalarType.Bool))
            {
                close = close.logical_or((this - other).abs().to(ScalarType.Float64) <= (other.abs().to(ScalarType.Float64) * rtol) + atol);
            }
            return close;
        }

        /// <summary>Whether all elements are close: |this − other| ≤ atol + rtol · |other|.</summary>
        [Function("tensor")]
        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
            isclose(target, rtol, atol, equal_nan).all().item<bool>();

        /// <summary>Whether shape and all elements are equal.</summary>
        [Function("tensor")]
        public bool equal(Tensor target) => Torch.Shapes.Shape.Same(sizes, target.sizes) && eq(target).all().item<bool>();

        /// <summary>Whether the one number of the tensor is not zero.</summary>
        [Function]
        public bool is_nonzero() => ToDouble() != 0;
    }
}
