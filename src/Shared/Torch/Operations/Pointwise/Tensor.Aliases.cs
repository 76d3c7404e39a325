namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>As <c>outer</c>: the outer product.</summary>
        public Tensor ger(Tensor vec2) => outer(vec2);

        /// <summary>As <c>abs</c>: the absolute value.</summary>
        public Tensor absolute() => abs();

        /// <summary>As <c>abs_</c>: the absolute value, in place.</summary>
        public Tensor absolute_() => abs_();

        /// <summary>As <c>div</c>: the quotient.</summary>
        public Tensor divide(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);

        /// <summary>As <c>div</c>: the quotient.</summary>
        public Tensor divide(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);

        /// <summary>As <c>div_</c>: the quotient, in place.</summary>
        public Tensor divide_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div_(target, rounding_mode);

        /// <summary>As <c>div_</c>: the quotient, in place.</summary>
        public Tensor divide_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div_(target, rounding_mode);

        /// <summary>As <c>mul</c>: the product.</summary>
        public Tensor multiply(Tensor target) => mul(target);

        /// <summary>As <c>mul</c>: the product.</summary>
        public Tensor multiply(Scalar target) => mul(target);

        /// <summary>As <c>neg</c>: the negative.</summary>
        public Tensor negative() => neg();

        /// <summary>As <c>sub</c>: the difference.</summary>
        public Tensor subtract(Scalar target) => sub(target);

        /// <summary>As <c>sub</c>: the difference.</summary>
        public Tensor subtract(Tensor target) => sub(target);

        /// <summary>As <c>sub_</c>: the difference, in place.</summary>
        public Tensor subtract_(Scalar target) => sub_(target);

        /// <summary>As <c>sub_</c>: the difference, in place.</summary>
        public Tensor subtract_(Tensor target) => sub_(target);

        /// <summary>As <c>div</c>: the quotient.</summary>
        public Tensor true_divide(Tensor other) => div(other);

        /// <summary>As <c>div</c>: the quotient.</summary>
        public Tensor true_divide(Scalar other) => div(other);

        /// <summary>As <c>div_</c>: the quotient, in place.</summary>
        public Tensor true_divide_(Tensor other) => div_(other);

        /// <summary>As <c>div_</c>: the quotient, in place.</summary>
        public Tensor true_divide_(Scalar other) => div_(other);

        /// <summary>As <c>trunc</c>: cut towards zero.</summary>
        public Tensor fix() => trunc();

        /// <summary>As <c>trunc_</c>: cut towards zero, in place.</summary>
        public Tensor fix_() => trunc_();

        /// <summary>As <c>asin</c>: the arc sine.</summary>
        public Tensor arcsin() => asin();

        /// <summary>As <c>asin_</c>: the arc sine, in place.</summary>
        public Tensor arcsin_() => asin_();

        /// <summary>As <c>acos</c>: the arc cosine.</summary>
        public Tensor arccos() => acos();

        /// <summary>As <c>acos_</c>: the arc cosine, in place.</summary>
        public Tensor arccos_() => acos_();

        /// <summary>As <c>atan</c>: the arc tangent.</summary>
        public Tensor arctan() => atan();

        /// <summary>As <c>atan2</c>: the angle of the point (other, this).</summary>
        public Tensor arctan(Tensor other) => atan2(other);

        /// <summary>As <c>atan2_</c>: the angle of the point (other, this), in place.</summary>
        public Tensor arctan_(Tensor other) => atan2_(other);

        /// <summary>As <c>atan_</c>: the arc tangent, in place.</summary>
        public Tensor arctan_() => atan_();

        /// <summary>As <c>atan2_</c>: the angle of the point (other, this), in place.</summary>
        public Tensor arctan2_(Tensor other) => atan2_(other);

        /// <summary>As <c>atan2</c>: the angle of the point (other, this).</summary>
        public Tensor arctan2(Tensor other) => atan2(other);

        /// <summary>As <c>asinh</c>: the inverse hyperbolic sine.</summary>
        public Tensor arcsinh() => asinh();

        /// <summary>As <c>asinh_</c>: the inverse hyperbolic sine, in place.</summary>
        public Tensor arcsinh_() => asinh_();

        /// <summary>As <c>acosh</c>: the inverse hyperbolic cosine.</summary>
        public Tensor arccosh() => acosh();

        /// <summary>As <c>acosh_</c>: the inverse hyperbolic cosine, in place.</summary>
        public Tensor arccosh_() => acosh_();

        /// <summary>As <c>atanh</c>: the inverse hyperbolic tangent.</summary>
        public Tensor arctanh() => atanh();

        /// <summary>As <c>atanh_</c>: the inverse hyperbolic tangent, in place.</summary>
        public Tensor arctanh_() => atanh_();
    }
}
