namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>As <c>outer</c>: the outer product.</summary>
        [Function]
        public Tensor ger(Tensor vec2) => outer(vec2);

        /// <summary>As <c>abs</c>: the absolute value.</summary>
        [Function, InPlace]
        public Tensor absolute() => abs();

        /// <summary>As <c>div</c>: the quotient, element by element; shapes broadcast.</summary>
        [Function("left", "right")]
        public Tensor divide(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);

        /// <summary>As <c>div</c>: the quotient, element by element; shapes broadcast.</summary>
        [Function("left", "right")]
        public Tensor divide(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);

        /// <summary>As <c>div_</c>: the quotient, in place.</summary>
        [Function("left", "right")]
        public Tensor divide_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div_(target, rounding_mode);

        /// <summary>As <c>div_</c>: the quotient, in place.</summary>
        public Tensor divide_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div_(target, rounding_mode);

        /// <summary>As <c>mul</c>: the product.</summary>
        [Function("left", "right")]
        public Tensor multiply(Tensor target) => mul(target);

        /// <summary>As <c>mul</c>: the product.</summary>
        [Function("left", "right")]
        public Tensor multiply(Scalar target) => mul(target);

        /// <summary>As <c>neg</c>: the negative.</summary>
        [Function]
        public Tensor negative() => neg();

        /// <summary>As <c>sub</c>: the difference.</summary>
        [Function("left", "right")]
        public Tensor subtract(Scalar target) => sub(target);

        /// <summary>As <c>sub</c>: the difference.</summary>
        [Function("left", "right")]
        public Tensor subtract(Tensor target) => sub(target);

        /// <summary>As <c>sub_</c>: the difference, in place.</summary>
        [Function("left", "right")]
        public Tensor subtract_(Scalar target) => sub_(target);

        /// <summary>As <c>sub_</c>: the difference, in place.</summary>
        [Function("left", "right")]
        public Tensor subtract_(Tensor target) => sub_(target);

        /// <summary>As <c>div</c>: the quotient, element by element; shapes broadcast.</summary>
        [Function("dividend", "divisor")]
        public Tensor true_divide(Tensor other) => div(other);

        /// <summary>As <c>div</c>: the quotient, element by element; shapes broadcast.</summary>
        public Tensor true_divide(Scalar other) => div(other);

        /// <summary>As <c>div_</c>: the quotient, in place.</summary>
        [Function("dividend", "divisor")]
        public Tensor true_divide_(Tensor other) => div_(other);

        /// <summary>As <c>div_</c>: the quotient, in place.</summary>
        public Tensor true_divide_(Scalar other) => div_(other);

        /// <summary>As <c>trunc</c>: cut towards zero.</summary>
        [Function, InPlace]
        public Tensor fix() => trunc();

        /// <summary>As <c>asin</c>: the arc sine.</summary>
        [Function, InPlace]
        public Tensor arcsin() => asin();

        /// <summary>As <c>acos</c>: the arc cosine.</summary>
        [Function, InPlace]
        public Tensor arccos() => acos();

        /// <summary>As <c>atan</c>: the arc tangent.</summary>
        [Function, InPlace]
        public Tensor arctan() => atan();

        /// <summary>As <c>atan2</c>: the angle of the point (other, this).</summary>
        [Function, InPlace]
        public Tensor arctan(Tensor other) => atan2(other);

        /// <summary>As <c>atan2</c>: the angle of the point (other, this).</summary>
        [Function, InPlace]
        public Tensor arctan2(Tensor other) => atan2(other);

        /// <summary>As <c>asinh</c>: the inverse hyperbolic sine.</summary>
        [Function, InPlace]
        public Tensor arcsinh() => asinh();

        /// <summary>As <c>acosh</c>: the inverse hyperbolic cosine.</summary>
        [Function, InPlace]
        public Tensor arccosh() => acosh();

        /// <summary>As <c>atanh</c>: the inverse hyperbolic tangent.</summary>
        [Function, InPlace]
        public Tensor arctanh() => atanh();
    }

    /// <summary>Divides each element by a number, in place.</summary>
    public static Tensor divide_(Tensor left, Scalar right) => left.divide_(right);

    /// <summary>Multiplies in place, element by element; the other tensor broadcasts to this one.</summary>
    public static Tensor multiply_(Tensor left, Tensor right) => left.mul_(right);

    /// <summary>Multiplies each element by a number, in place.</summary>
    public static Tensor multiply_(Tensor left, Scalar right) => left.mul_(right);

    /// <summary>Changes the sign of each element, in place.</summary>
    public static Tensor negative_(Tensor input) => input.neg_();
}
