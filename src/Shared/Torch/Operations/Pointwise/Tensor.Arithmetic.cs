using Qiansi.Torch.Dispatch;
using Qiansi.Torch.Tensors;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>this + <paramref name="target"/>, element by element; shapes broadcast.</summary>
        [Function("left", "right")]
        public Tensor add(Tensor target)
        {
            if (type == ScalarType.Bool && target.type == ScalarType.Bool) return logical_or(target);
            var y = Binary.Apply<Add>(this, target, "add");
            return GradMode.Needs(this, target) ? new AddBackward0(this, target, 1).Attach(y) : y;
        }

        /// <summary>this + alpha · <paramref name="target"/>, element by element; shapes broadcast.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast to one.</exception>
        [Function("left", "right")]
        public Tensor add(Tensor target, Scalar alpha)
        {
            if (alpha.ToDouble() == 1) return add(target);
            Tensor y;
            using (no_grad()) y = Binary.Apply<Add>(this, target.mul(alpha), "add");
            return GradMode.Needs(this, target) ? new AddBackward0(this, target, alpha).Attach(y) : y;
        }

        /// <summary>
        /// this + <paramref name="scalar"/>, added to each element; an integer tensor and a real number give real numbers.
        /// </summary>
        [Function("left", "right")]
        public Tensor add(Scalar scalar)
        {
            var y = Binary.Apply<Add>(this, scalar);
            return GradMode.Needs(this) ? new AddBackward0(this, null, 1).Attach(y) : y;
        }

        /// <summary>this + alpha · <paramref name="scalar"/>, added to each element.</summary>
        [Function("left", "right"), InPlace]
        public Tensor add(Scalar scalar, Scalar alpha) =>
            add(scalar.Kind == ScalarKind.Float || alpha.Kind == ScalarKind.Float
                ? scalar.ToDouble() * alpha.ToDouble() : scalar.ToInt64() * alpha.ToInt64());

        // y = a + αb;  ∂a = g, ∂b = αg
        private sealed class AddBackward0(Tensor a, Tensor? b, Scalar alpha) : Node(a, b)
        {
            protected override Tensor Backward(int input, Tensor grad) => input == 0 || alpha.ToDouble() == 1 ? grad : grad * alpha;
        }

        /// <summary>this − <paramref name="target"/>, element by element; shapes broadcast.</summary>
        [Function("left", "right")]
        public Tensor sub(Tensor target)
        {
            if (type == ScalarType.Bool && target.type == ScalarType.Bool)
                throw new InvalidOperationException("sub: truth values are not subtracted; use ^ (logical_xor), or ~ for not");
            var y = Binary.Apply<Subtract>(this, target, "sub");
            return GradMode.Needs(this, target) ? new SubBackward0(this, target, 1).Attach(y) : y;
        }

        /// <summary>this − alpha · <paramref name="target"/>, element by element; shapes broadcast.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast to one.</exception>
        [Function]
        public Tensor sub(Tensor target, Scalar alpha)
        {
            Tensor y;
            using (no_grad()) y = Binary.Apply<Subtract>(this, target.mul(alpha), "sub");
            return GradMode.Needs(this, target) ? new SubBackward0(this, target, alpha).Attach(y) : y;
        }

        /// <summary>
        /// this − <paramref name="target"/>, taken from each element; an integer tensor and a real number give real numbers.
        /// </summary>
        [Function("left", "right")]
        public Tensor sub(Scalar target)
        {
            var y = Binary.Apply<Subtract>(this, target);
            return GradMode.Needs(this) ? new SubBackward0(this, null, 1).Attach(y) : y;
        }

        // y = a − αb;  ∂a = g, ∂b = −αg
        private sealed class SubBackward0(Tensor a, Tensor? b, Scalar alpha) : Node(a, b)
        {
            protected override Tensor Backward(int input, Tensor grad) =>
                input == 0 ? grad : alpha.ToDouble() == 1 ? grad.neg() : grad * -alpha.ToDouble();
        }

        /// <summary><paramref name="target"/> − this, element by element: the number comes first.</summary>
        [Function]
        public Tensor rsub(Scalar target)
        {
            var y = Binary.Apply<Subtract>(this, target, reversed: true);
            return GradMode.Needs(this) ? new RsubBackward1(this).Attach(y) : y;
        }

        // y = s − a;  ∂a = −g
        private sealed class RsubBackward1(Tensor a) : Node(a)
        {
            protected override Tensor Backward(int input, Tensor grad) => grad.neg();
        }

        /// <summary>this · <paramref name="target"/>, element by element; shapes broadcast.</summary>
        [Function("left", "right")]
        public Tensor mul(Tensor target)
        {
            var y = Binary.Apply<Multiply>(this, target, "mul");
            return GradMode.Needs(this, target) ? new MulBackward0(this, target).Attach(y) : y;
        }

        // y = a·b;  ∂a = g·b, ∂b = g·a
        private sealed class MulBackward0(Tensor a, Tensor b) : Node(a, b)
        {
            private Saved a = b.Tracked ? new Saved(a) : default;
            private Saved b = a.Tracked ? new Saved(b) : default;

            protected override Tensor Backward(int input, Tensor grad) => input == 0 ? grad * b : grad * a;

            protected internal override void Release() => Saved.Release(ref a, ref b);
        }

        /// <summary>
        /// this · <paramref name="target"/>, each element times the number; an integer tensor and a real number give real numbers.
        /// </summary>
        [Function("left", "right")]
        public Tensor mul(Scalar target)
        {
            var y = Binary.Apply<Multiply>(this, target);
            return GradMode.Needs(this) ? new MulScalarBackward(this, target).Attach(y) : y;
        }

        // y = s·a;  ∂a = s·g
        private sealed class MulScalarBackward(Tensor a, Scalar s) : Node(a)
        {
            public override string Name => "MulBackward0";

            protected override Tensor Backward(int input, Tensor grad) => grad * s;
        }

        /// <summary>this / <paramref name="target"/>, element by element. Of integers a real number, unless rounded.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast to one.</exception>
        [Function("left", "right")]
        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None)
        {
            if (rounding_mode != RoundingMode.None)
                return NoGradient(rounding_mode == RoundingMode.floor
                    ? Binary.Apply<FloorDivide>(this, target, "div") : Binary.Apply<TruncDivide>(this, target, "div"), target);
            var y = Binary.Apply<Divide>(this, target, "div", real: true);
            return GradMode.Needs(this, target) ? new DivBackward0(this, target).Attach(y) : y;
        }

        // y = a/b;  ∂a = g/b, ∂b = −g·a/b²
        private sealed class DivBackward0(Tensor a, Tensor b) : Node(a, b)
        {
            private Saved a = b.Tracked ? new Saved(a) : default;
            private Saved b = new(b);

            protected override Tensor Backward(int input, Tensor grad) =>
                input == 0 ? grad / b.Value : grad.neg() * (a.Value / b.Value / b.Value);

            protected internal override void Release() => Saved.Release(ref a, ref b);
        }

        /// <summary>this / <paramref name="target"/>. Of integers a real number, unless rounded.</summary>
        [Function("left", "right")]
        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None)
        {
            if (rounding_mode != RoundingMode.None)
                return NoGradient(rounding_mode == RoundingMode.floor
                    ? Binary.Apply<FloorDivide>(this, target) : Binary.Apply<TruncDivide>(this, target), null);
            var y = Binary.Apply<Divide>(this, target, real: true);
            return GradMode.Needs(this) ? new DivScalarBackward(this, target).Attach(y) : y;
        }

        // y = a/s;  ∂a = g/s
        private sealed class DivScalarBackward(Tensor a, Scalar s) : Node(a)
        {
            public override string Name => "DivBackward0";

            protected override Tensor Backward(int input, Tensor grad) => grad / s;
        }

        /// <summary>A result that does not change with its inputs but by jumps: its gradient is zero.</summary>
        private Tensor NoGradient(Tensor y, Tensor? other) =>
            y.type.IsFloating() && GradMode.Needs(this, other) ? new StepBackward0(this, other).Attach(y) : y;

        // y jumps;  ∂a = ∂b = 0
        private sealed class StepBackward0(Tensor a, Tensor? b) : Node(a, b)
        {
            private readonly long[] sizesA = a.sizes;
            private readonly long[]? sizesB = b?.sizes;

            protected override Tensor Backward(int input, Tensor grad) => zeros(input == 0 ? sizesA : sizesB!, grad.type);
        }

        /// <summary>The quotient rounded down, as Python's <c>//</c>.</summary>
        [Function, InPlace]
        public Tensor floor_divide(Tensor other) => NoGradient(Binary.Apply<FloorDivide>(this, other, "floor_divide"), other);

        /// <summary>The quotient rounded down, as Python's <c>//</c>.</summary>
        [Function, InPlace(Function = false)]
        public Tensor floor_divide(Scalar other) => NoGradient(Binary.Apply<FloorDivide>(this, other), null);

        /// <summary>−this: each element with the other sign.</summary>
        [Function, InPlace]
        public Tensor neg()
        {
            if (type == ScalarType.Bool) throw new InvalidOperationException("neg: truth values are not negated; use ~ (logical_not)");
            var y = Unary.Apply<Negate>(this);
            return GradMode.Needs(this) ? new NegBackward0(this).Attach(y) : y;
        }

        // y = −a;  ∂a = −g
        private sealed class NegBackward0(Tensor a) : Node(a)
        {
            protected override Tensor Backward(int input, Tensor grad) => grad.neg();
        }

        /// <summary>The remainder with the sign of the divisor, as Python's <c>%</c>.</summary>
        [Function("left", "right"), InPlace]
        public Tensor remainder(Tensor target)
        {
            var y = Binary.Apply<Remainder>(this, target, "remainder");
            return GradMode.Needs(this, target) ? new RemainderBackward0(this, target, RoundingMode.floor).Attach(y) : y;
        }

        /// <summary>The remainder with the sign of the divisor, as Python's <c>%</c>.</summary>
        [Function("left", "right"), InPlace]
        public Tensor remainder(Scalar scalar)
        {
            var y = Binary.Apply<Remainder>(this, scalar);
            return GradMode.Needs(this) ? new RemainderBackward0(this, null, RoundingMode.floor).Attach(y) : y;
        }

        /// <summary>The remainder with the sign of the dividend, as C's <c>fmod</c>.</summary>
        [Function("left", "right"), InPlace]
        public Tensor fmod(Tensor target)
        {
            var y = Binary.Apply<FMod>(this, target, "fmod");
            return GradMode.Needs(this, target) ? new RemainderBackward0(this, target, RoundingMode.trunc).Attach(y) : y;
        }

        /// <summary>The remainder with the sign of the dividend, as C's <c>fmod</c>.</summary>
        [Function("left", "right"), InPlace]
        public Tensor fmod(Scalar scalar)
        {
            var y = Binary.Apply<FMod>(this, scalar);
            return GradMode.Needs(this) ? new RemainderBackward0(this, null, RoundingMode.trunc).Attach(y) : y;
        }

        // y = a − b·⌊a/b⌋;  ∂a = g, ∂b = −g·⌊a/b⌋
        private sealed class RemainderBackward0(Tensor a, Tensor? b, RoundingMode mode) : Node(a, b)
        {
            private Saved a = b is not null ? new Saved(a) : default;
            private Saved b = new(b);

            protected override Tensor Backward(int input, Tensor grad) => input == 0 ? grad : grad.neg() * a.Value.div(b, mode);

            protected internal override void Release() => Saved.Release(ref a, ref b);
        }

        /// <summary>this raised to exponents, element by element; shapes broadcast.</summary>
        [Function("left"), InPlace]
        public Tensor pow(Tensor exponent)
        {
            var y = Binary.Apply<Power>(this, exponent, "pow");
            return GradMode.Needs(this, exponent) ? new PowBackward1(this, exponent, y).Attach(y) : y;
        }

        // y = aᵇ;  ∂a = g·b·aᵇ⁻¹ (0 where b is 0), ∂b = g·y·ln a (0 where a is 0 and b ≥ 0)
        private sealed class PowBackward1(Tensor a, Tensor b, Tensor y) : Node(a, b)
        {
            private Saved a = new(a), b = new(b), y = new(y);

            protected override Tensor Backward(int input, Tensor grad)
            {
                if (input == 0) return torch.where(b.Value == 0, 0.0, grad * (b.Value * a.Value.pow(b.Value - 1)));
                return torch.where((a.Value == 0).logical_and(b.Value >= 0), 0.0, grad * (y.Value * a.Value.log()));
            }

            protected internal override void Release() => Saved.Release(ref a, ref b, ref y);
        }

        /// <summary>this raised to one exponent, element by element; NaN for roots of negative numbers.</summary>
        [Function("left"), InPlace]
        public Tensor pow(Scalar exponent)
        {
            if (!type.IsFloating() && exponent.Kind != ScalarKind.Float && exponent.ToInt64() < 0)
                throw new InvalidOperationException(
                    $"pow: integers to a negative integer power ({exponent}) are not integers; convert to a floating-point type first");
            var y = Binary.Apply<Power>(this, exponent);
            return GradMode.Needs(this) ? new PowBackward0(this, exponent).Attach(y) : y;
        }

        // y = aˢ;  ∂a = g·s·aˢ⁻¹
        private sealed class PowBackward0(Tensor a, Scalar s) : UnaryNode(a, a)
        {
            protected override Tensor Backward(Tensor grad, Tensor a) =>
                s.ToDouble() == 0 ? torch.zeros_like(grad) : grad * (a.pow(s.ToDouble() - 1) * s);
        }

        /// <summary>Whether an operation in place can be done without a history and without another type.</summary>
        private bool WritesPlainly(Tensor other) =>
            !GradMode.Needs(this, other) && Promotion.Of(this, other) == type && !type.IsHalf() && type != ScalarType.Bool
                && Shape.Expands(other.sizes, sizes)
            && (!ReferenceEquals(other.storage, storage)
                || (other.offset == offset && Shape.Same(other.sizes, sizes) && Shape.Same(other.strides, strides)));

        private bool WritesPlainly(Scalar other) =>
            !GradMode.Needs(this) && Promotion.Of(this, other) == type && !type.IsHalf() && type != ScalarType.Bool;
    }
}
