namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A tensor of no dimensions that holds the number.</summary>
        public static implicit operator Tensor(Scalar scalar) => full([], scalar, scalar.Type);

        /// <summary>A tensor of no dimensions that holds the number.</summary>
        public static implicit operator Tensor(int value) => tensor(value);

        /// <summary>A tensor of no dimensions that holds the number.</summary>
        public static implicit operator Tensor(long value) => tensor(value);

        /// <summary>A tensor of no dimensions that holds the number.</summary>
        public static implicit operator Tensor(float value) => tensor(value);

        /// <summary>A tensor of no dimensions that holds the number.</summary>
        public static implicit operator Tensor(double value) => full([], value);

        /// <summary>A tensor of no dimensions that holds the number.</summary>
        public static implicit operator Tensor(bool value) => tensor(value);

        /// <summary>A tensor of one dimension with the elements of the array, which are copied.</summary>
        public static implicit operator Tensor(int[] value) => tensor(value);

        /// <summary>A tensor of one dimension with the elements of the array, which are copied.</summary>
        public static implicit operator Tensor(long[] value) => tensor(value);

        /// <summary>A tensor of one dimension with the elements of the array, which are copied.</summary>
        public static implicit operator Tensor(float[] value) => tensor(value);

        /// <summary>A tensor of one dimension with the elements of the array, which are copied.</summary>
        public static implicit operator Tensor(double[] value) => tensor(value);

        /// <summary>A tensor of one dimension with the elements of the array, which are copied.</summary>
        public static implicit operator Tensor(bool[] value) => tensor(value);

        /// <summary>The one number of a tensor of one element.</summary>
        /// <exception cref="InvalidOperationException">There is not exactly one element.</exception>
        public static explicit operator float(Tensor value) => value.ToSingle();

        /// <summary>The one number of a tensor of one element.</summary>
        /// <exception cref="InvalidOperationException">There is not exactly one element.</exception>
        public static explicit operator double(Tensor value) => value.ToDouble();

        /// <summary>The one number of a tensor of one element.</summary>
        /// <exception cref="InvalidOperationException">There is not exactly one element.</exception>
        public static explicit operator int(Tensor value) => value.ToInt32();

        /// <summary>The one number of a tensor of one element.</summary>
        /// <exception cref="InvalidOperationException">There is not exactly one element.</exception>
        public static explicit operator long(Tensor value) => value.ToInt64();

        /// <summary>The one number of a tensor of one element.</summary>
        /// <exception cref="InvalidOperationException">There is not exactly one element.</exception>
        public static explicit operator bool(Tensor value) => value.ToBoolean();

        /// <summary>The sum, element by element: shapes are broadcast to each other, types promoted.</summary>
        /// <exception cref="ArgumentException">Shapes do not broadcast.</exception>
        public static Tensor operator +(Tensor left, Tensor right) => left.add(right);

        /// <summary>The sum of each element and the number, of the shape of the tensor.</summary>
        public static Tensor operator +(Tensor left, Scalar right) => left.add(right);

        /// <summary>The sum of each element and the number, of the shape of the tensor.</summary>
        public static Tensor operator +(Scalar left, Tensor right) => right.add(left);

        /// <summary>The difference, element by element: shapes are broadcast to each other, types promoted.</summary>
        /// <exception cref="ArgumentException">Shapes do not broadcast.</exception>
        public static Tensor operator -(Tensor left, Tensor right) => left.sub(right);

        /// <summary>The difference of each element and the number, of the shape of the tensor.</summary>
        public static Tensor operator -(Tensor left, Scalar right) => left.sub(right);

        /// <summary>The difference of each element and the number, of the shape of the tensor.</summary>
        public static Tensor operator -(Scalar left, Tensor right) => right.rsub(left);

        /// <summary>The product, element by element; <c>matmul</c> is the product of matrices.</summary>
        public static Tensor operator *(Tensor left, Tensor right) => left.mul(right);

        /// <summary>The product of each element and the number, of the shape of the tensor.</summary>
        public static Tensor operator *(Tensor left, Scalar right) => left.mul(right);

        /// <summary>The product of each element and the number, of the shape of the tensor.</summary>
        public static Tensor operator *(Scalar left, Tensor right) => right.mul(left);

        /// <summary>The quotient, element by element; of integers a real number.</summary>
        public static Tensor operator /(Tensor left, Tensor right) => left.div(right);

        /// <summary>The quotient of each element and the number, of the shape of the tensor; of integers real numbers.</summary>
        public static Tensor operator /(Tensor left, Scalar right) => left.div(right);

        /// <summary>The quotient of each element and the number, of the shape of the tensor; of integers real numbers.</summary>
        public static Tensor operator /(Scalar left, Tensor right) => right.reciprocal().mul(left);

        /// <summary>The remainder with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, Tensor right) => left.remainder(right);

        /// <summary>The remainder with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, Scalar right) => left.remainder(right);

        /// <summary>The negative of each element, of the shape of the tensor.</summary>
        public static Tensor operator -(Tensor tensor) => tensor.neg();

        /// <summary>And, bit by bit; of truth values their conjunction.</summary>
        public static Tensor operator &(Tensor left, Tensor right) => left.bitwise_and(right);

        /// <summary>Or, bit by bit; of truth values their disjunction.</summary>
        public static Tensor operator |(Tensor left, Tensor right) => left.bitwise_or(right);

        /// <summary>Exclusive or, bit by bit, of integers or truth values; shapes broadcast.</summary>
        public static Tensor operator ^(Tensor left, Tensor right) => left.bitwise_xor(right);

        /// <summary>The bits moved to the left, as with <c>bitwise_left_shift</c>.</summary>
        public static Tensor operator <<(Tensor left, Tensor right) => left.bitwise_left_shift(right);

        /// <summary>The bits moved to the right, as with <c>bitwise_right_shift</c>.</summary>
        public static Tensor operator >>(Tensor left, Tensor right) => left.bitwise_right_shift(right);

        /// <summary>Not, bit by bit; of truth values their negation.</summary>
        public static Tensor operator ~(Tensor left) => left.bitwise_not();

        /// <summary>Where elements are equal: truth values of the shape that both broadcast to.</summary>
        /// <exception cref="ArgumentException">Shapes do not broadcast.</exception>
        public static Tensor operator ==(Tensor left, Tensor right) => left.eq(right);

        /// <summary>Where elements equal the number: truth values of the shape of the tensor.</summary>
        public static Tensor operator ==(Tensor left, Scalar right) => left.eq(right);

        /// <summary>Where elements equal the number: truth values of the shape of the tensor.</summary>
        public static Tensor operator ==(Scalar left, Tensor right) => right.eq(left);

        /// <summary>Where elements differ: truth values of the shape that both broadcast to.</summary>
        /// <exception cref="ArgumentException">Shapes do not broadcast.</exception>
        public static Tensor operator !=(Tensor left, Tensor right) => left.ne(right);

        /// <summary>Where elements differ from the number: truth values of the shape of the tensor.</summary>
        public static Tensor operator !=(Tensor left, Scalar right) => left.ne(right);

        /// <summary>Where elements differ from the number: truth values of the shape of the tensor.</summary>
        public static Tensor operator !=(Scalar left, Tensor right) => right.ne(left);

        /// <summary>Where the left element is smaller.</summary>
        public static Tensor operator <(Tensor left, Tensor right) => left.lt(right);

        /// <summary>Where elements are smaller than the number.</summary>
        public static Tensor operator <(Tensor left, Scalar right) => left.lt(right);

        /// <summary>Where the number is smaller.</summary>
        public static Tensor operator <(Scalar left, Tensor right) => right.gt(left);

        /// <summary>Where the left element is larger.</summary>
        public static Tensor operator >(Tensor left, Tensor right) => left.gt(right);

        /// <summary>Where elements are larger than the number.</summary>
        public static Tensor operator >(Tensor left, Scalar right) => left.gt(right);

        /// <summary>Where the number is larger.</summary>
        public static Tensor operator >(Scalar left, Tensor right) => right.lt(left);

        /// <summary>Where the left element is not larger.</summary>
        public static Tensor operator <=(Tensor left, Tensor right) => left.le(right);

        /// <summary>Where elements are not larger than the number.</summary>
        public static Tensor operator <=(Tensor left, Scalar right) => left.le(right);

        /// <summary>Where the number is not larger.</summary>
        public static Tensor operator <=(Scalar left, Tensor right) => right.ge(left);

        /// <summary>Where the left element is not smaller.</summary>
        public static Tensor operator >=(Tensor left, Tensor right) => left.ge(right);

        /// <summary>Where elements are not smaller than the number.</summary>
        public static Tensor operator >=(Tensor left, Scalar right) => left.ge(right);

        /// <summary>Where the number is not smaller.</summary>
        public static Tensor operator >=(Scalar left, Tensor right) => right.le(left);
    }
}
