using Qiansi.Torch.Dispatch;
using Qiansi.Torch.Tensors;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The absolute value with the sign of another number, −0 counting as negative. Shapes broadcast.</summary>
        [Function, InPlace]
        public Tensor copysign(Tensor other)
        {
            var y = Binary.Apply<SignOf>(this, other, "copysign", real: true);
            return GradMode.Needs(this, other) ? new CopysignBackward0(this, other, y).Attach(y) : y;
        }

        // y = |a|·sign b;  ∂a = g·y/a, 0 where a is 0, ∂b = 0
        private sealed class CopysignBackward0(Tensor a, Tensor b, Tensor y) : Node(a, b)
        {
            private Saved a = new(a), y = new(y);

            protected override Tensor Backward(int input, Tensor grad) =>
                input == 1 ? torch.zeros_like(grad) : grad * (y.Value.detach() / a.Value.detach()).masked_fill(a.Value == 0, 0);

            protected internal override void Release() => Saved.Release(ref a, ref y);
        }

        /// <summary>0 below 0, 1 above, and the given value at 0.</summary>
        [Function("input", "values"), InPlace]
        public Tensor heaviside(Tensor other)
        {
            if (type != other.type)
                throw new ArgumentException(
                    $"heaviside: {type.TorchName()} and {other.type.TorchName()}; both must be of one type, convert one: "
                        + $".to({type.TorchName()})");
            using var mode = no_grad();
            var y = torch.where(this == 0, other, (this > 0).to_type(type));
            return type.IsFloating() ? y.masked_fill(isnan(), 0) : y;
        }

        /// <summary>−1, 0 or 1: the sign of each element; the gradient is 0.</summary>
        [Function, InPlace]
        public Tensor sgn() => sign();

        /// <summary>Where elements are negative, −0 counting as such.</summary>
        [Function]
        public Tensor signbit() => type.IsFloating() ? ones([], type).copysign(this) < 0 : this < 0;

        /// <summary>This tensor itself: the plus sign.</summary>
        [Function]
        public Tensor positive() => type == ScalarType.Bool
            ? throw new InvalidOperationException("positive: truth values have no sign") : this;

        /// <summary>The larger of two elements; the other when one is NaN. Shapes broadcast.</summary>
        [Function]
        public Tensor fmax(Tensor other)
        {
            var y = Binary.Apply<LargerNumber>(this, other, "fmax");
            return GradMode.Needs(this, other) ? new FmaxBackward0(this, other, "FmaxBackward0", larger: true).Attach(y) : y;
        }

        /// <summary>The smaller of two elements; the other when one is NaN. Shapes broadcast.</summary>
        [Function]
        public Tensor fmin(Tensor other)
        {
            var y = Binary.Apply<SmallerNumber>(this, other, "fmin");
            return GradMode.Needs(this, other) ? new FmaxBackward0(this, other, "FminBackward0", larger: false).Attach(y) : y;
        }

        // y = a or b;  the gradient goes to the one chosen, to a where they are equal
        private sealed class FmaxBackward0(Tensor a, Tensor b, string name, bool larger) : Node(a, b)
        {
            private Saved a = new(a), b = new(b);

            public override string Name => name;

            protected override Tensor Backward(int input, Tensor grad)
            {
                var first = (larger ? a.Value >= b.Value : a.Value <= b.Value).logical_or(b.Value.isnan());
                return grad.masked_fill(input == 0 ? first.logical_not() : first, 0);
            }

            protected internal override void Release() => Saved.Release(ref a, ref b);
        }

        /// <summary>Numbers in place of NaN, +∞ and −∞ (null: the largest and smallest number of the type).</summary>
        [Function, InPlace]
        public Tensor nan_to_num(double nan = 0, double? posinf = null, double? neginf = null)
        {
            if (!type.IsFloating()) return clone();
            var largest = type switch
            {
                ScalarType.Float32 => float.MaxValue,
                ScalarType.Float16 => (double)Half.MaxValue,
                ScalarType.BFloat16 => 3.3895313892515355e38,
                _ => double.MaxValue,
            };
            return masked_fill(isnan(), nan).masked_fill(isposinf(), posinf ?? largest).masked_fill(isneginf(), neginf ?? -largest);
        }

        /// <summary>The greatest common divisors of integers, element by element; shapes broadcast.</summary>
        [Function("left", "right"), InPlace]
        public Tensor gcd(Tensor other) =>
            Integers(other) ? Binary.Apply<CommonDivisor>(this, other, "gcd") : throw NotIntegers(other, "gcd");

        /// <summary>The least common multiples of integers; 0 where one is 0.</summary>
        [Function, InPlace]
        public Tensor lcm(Tensor other)
        {
            if (!Integers(other)) throw NotIntegers(other, "lcm");
            var divisor = gcd(other);
            return (this * other).abs().floor_divide(divisor.masked_fill(divisor == 0, 1));
        }

        private bool Integers(Tensor other) =>
            !type.IsFloating() && !other.type.IsFloating() && type != ScalarType.Bool && other.type != ScalarType.Bool;

        private ArgumentException NotIntegers(Tensor other, string operation) =>
            new($"{operation}: of {type.TorchName()} and {other.type.TorchName()}; integers are needed");
    }
}
