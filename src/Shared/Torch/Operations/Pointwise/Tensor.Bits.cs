using Qiansi.Torch.Dispatch;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>And, bit by bit; of truth values their conjunction.</summary>
        [Function("left", "right"), InPlace]
        public Tensor bitwise_and(Tensor other) => Bits.Apply<And>(this, other, "bitwise_and");

        /// <summary>Or, bit by bit; of truth values their disjunction.</summary>
        [Function("left", "right"), InPlace]
        public Tensor bitwise_or(Tensor other) => Bits.Apply<Or>(this, other, "bitwise_or");

        /// <summary>Exclusive or, bit by bit, of integers or truth values; shapes broadcast.</summary>
        [Function("left", "right"), InPlace]
        public Tensor bitwise_xor(Tensor other) => Bits.Apply<Xor>(this, other, "bitwise_xor");

        /// <summary>Not, bit by bit; of truth values their negation.</summary>
        [Function, InPlace]
        public Tensor bitwise_not() => type == ScalarType.Bool
            ? logical_not() : Bits.Apply<Xor>(this, full([], type == ScalarType.Byte ? 255 : -1, type), "bitwise_not");

        /// <summary>Bits of integers moved to the left by as many places; shapes broadcast.</summary>
        [Function("left", "right"), InPlace]
        public Tensor bitwise_left_shift(Tensor other) => Bits.Apply<ShiftLeft>(this, other, "bitwise_left_shift");

        /// <summary>Bits of integers moved to the right by as many places; shapes broadcast.</summary>
        [Function("left", "right"), InPlace]
        public Tensor bitwise_right_shift(Tensor other) => Bits.Apply<ShiftRight>(this, other, "bitwise_right_shift");
    }
}
