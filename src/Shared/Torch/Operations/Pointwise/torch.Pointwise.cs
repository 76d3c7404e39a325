namespace Qiansi;

public static partial class torch
{
    /// <summary>this + target, element by element; shapes broadcast.</summary>
    public static Tensor add(Tensor input, Tensor target) => input.add(target);

    /// <summary>this + alpha · target.</summary>
    public static Tensor add(Tensor input, Tensor target, Scalar alpha) => input.add(target, alpha);

    /// <summary>this + scalar.</summary>
    public static Tensor add(Tensor input, Scalar scalar) => input.add(scalar);

    /// <summary>this + alpha · scalar.</summary>
    public static Tensor add(Tensor input, Scalar scalar, Scalar alpha) => input.add(scalar, alpha);

    /// <summary>this − target, element by element; shapes broadcast.</summary>
    public static Tensor sub(Tensor input, Tensor target) => input.sub(target);

    /// <summary>this − alpha · target.</summary>
    public static Tensor sub(Tensor input, Tensor target, Scalar alpha) => input.sub(target, alpha);

    /// <summary>this − target.</summary>
    public static Tensor sub(Tensor input, Scalar target) => input.sub(target);

    /// <summary>target − this.</summary>
    public static Tensor rsub(Tensor input, Scalar target) => input.rsub(target);

    /// <summary>this · target, element by element; shapes broadcast.</summary>
    public static Tensor mul(Tensor input, Tensor target) => input.mul(target);

    /// <summary>this · target.</summary>
    public static Tensor mul(Tensor input, Scalar target) => input.mul(target);

    /// <summary>this / target, element by element; shapes broadcast. Of integers a real number, unless rounded.</summary>
    public static Tensor div(Tensor input, Tensor target, RoundingMode rounding_mode = RoundingMode.None) => input.div(target, rounding_mode);

    /// <summary>this / target. Of integers a real number, unless rounded.</summary>
    public static Tensor div(Tensor input, Scalar target, RoundingMode rounding_mode = RoundingMode.None) => input.div(target, rounding_mode);

    /// <summary>The quotient rounded down, as Python's <c>//</c>.</summary>
    public static Tensor floor_divide(Tensor input, Tensor other) => input.floor_divide(other);

    /// <summary>The quotient rounded down, as Python's <c>//</c>.</summary>
    public static Tensor floor_divide(Tensor input, Scalar other) => input.floor_divide(other);

    /// <summary>−this.</summary>
    public static Tensor neg(Tensor input) => input.neg();

    /// <summary>The remainder with the sign of the divisor, as Python's <c>%</c>.</summary>
    public static Tensor remainder(Tensor input, Tensor target) => input.remainder(target);

    /// <summary>The remainder with the sign of the divisor, as Python's <c>%</c>.</summary>
    public static Tensor remainder(Tensor input, Scalar scalar) => input.remainder(scalar);

    /// <summary>The remainder with the sign of the dividend, as C's <c>fmod</c>.</summary>
    public static Tensor fmod(Tensor input, Tensor target) => input.fmod(target);

    /// <summary>The remainder with the sign of the dividend, as C's <c>fmod</c>.</summary>
    public static Tensor fmod(Tensor input, Scalar scalar) => input.fmod(scalar);

    /// <summary>this raised to exponents, element by element; shapes broadcast.</summary>
    public static Tensor pow(Tensor input, Tensor exponent) => input.pow(exponent);

    /// <summary>this raised to one exponent.</summary>
    public static Tensor pow(Tensor input, Scalar exponent) => input.pow(exponent);

    /// <summary>And, bit by bit; of truth values their conjunction.</summary>
    public static Tensor bitwise_and(Tensor input, Tensor other) => input.bitwise_and(other);

    /// <summary>Or, bit by bit; of truth values their disjunction.</summary>
    public static Tensor bitwise_or(Tensor input, Tensor other) => input.bitwise_or(other);

    /// <summary>Exclusive or, bit by bit.</summary>
    public static Tensor bitwise_xor(Tensor input, Tensor other) => input.bitwise_xor(other);

    /// <summary>Not, bit by bit; of truth values their negation.</summary>
    public static Tensor bitwise_not(Tensor input) => input.bitwise_not();

    /// <summary>Bits moved to the left.</summary>
    public static Tensor bitwise_left_shift(Tensor input, Tensor other) => input.bitwise_left_shift(other);

    /// <summary>Bits moved to the right.</summary>
    public static Tensor bitwise_right_shift(Tensor input, Tensor other) => input.bitwise_right_shift(other);

    /// <summary>The larger of two elements; NaN when either is. Shapes broadcast.</summary>
    public static Tensor maximum(Tensor input, Tensor other) => input.maximum(other);

    /// <summary>The smaller of two elements; NaN when either is. Shapes broadcast.</summary>
    public static Tensor minimum(Tensor input, Tensor other) => input.minimum(other);

    /// <summary>The larger of two elements.</summary>
    public static Tensor max(Tensor input, Tensor other) => input.max(other);

    /// <summary>The smaller of two elements.</summary>
    public static Tensor min(Tensor input, Tensor other) => input.min(other);

    /// <summary>Elements below min become min, those above max become max.</summary>
    public static Tensor clamp(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp(min, max);

    /// <summary>Elements below those of min become them, those above max likewise. Shapes broadcast.</summary>
    public static Tensor clamp(Tensor input, Tensor? min = null, Tensor? max = null) => input.clamp(min, max);

    /// <summary>As <c>clamp</c>.</summary>
    public static Tensor clip(Tensor input, Scalar? min = null, Scalar? max = null) => input.clip(min, max);

    /// <summary>Elements below min become min.</summary>
    public static Tensor clamp_min(Tensor input, Scalar min) => input.clamp_min(min);

    /// <summary>Elements above max become max.</summary>
    public static Tensor clamp_max(Tensor input, Scalar max) => input.clamp_max(max);

    /// <summary>Where elements are equal: truth values; shapes broadcast.</summary>
    public static Tensor eq(Tensor input, Tensor target) => input.eq(target);

    /// <summary>Where elements are equal compared with a number.</summary>
    public static Tensor eq(Tensor input, Scalar target) => input.eq(target);

    /// <summary>Where elements differ: truth values; shapes broadcast.</summary>
    public static Tensor ne(Tensor input, Tensor target) => input.ne(target);

    /// <summary>Where elements differ compared with a number.</summary>
    public static Tensor ne(Tensor input, Scalar target) => input.ne(target);

    /// <summary>Where elements differ: truth values.</summary>
    public static Tensor not_equal(Tensor input, Tensor target) => input.not_equal(target);

    /// <summary>Where this element is smaller: truth values; shapes broadcast.</summary>
    public static Tensor lt(Tensor input, Tensor target) => input.lt(target);

    /// <summary>Where this element is smaller compared with a number.</summary>
    public static Tensor lt(Tensor input, Scalar target) => input.lt(target);

    /// <summary>Where this element is smaller: truth values.</summary>
    public static Tensor less(Tensor input, Tensor target) => input.less(target);

    /// <summary>Where this element is not larger: truth values; shapes broadcast.</summary>
    public static Tensor le(Tensor input, Tensor target) => input.le(target);

    /// <summary>Where this element is not larger compared with a number.</summary>
    public static Tensor le(Tensor input, Scalar target) => input.le(target);

    /// <summary>Where this element is not larger: truth values.</summary>
    public static Tensor less_equal(Tensor input, Tensor target) => input.less_equal(target);

    /// <summary>Where this element is larger: truth values; shapes broadcast.</summary>
    public static Tensor gt(Tensor input, Tensor target) => input.gt(target);

    /// <summary>Where this element is larger compared with a number.</summary>
    public static Tensor gt(Tensor input, Scalar target) => input.gt(target);

    /// <summary>Where this element is larger: truth values.</summary>
    public static Tensor greater(Tensor input, Tensor target) => input.greater(target);

    /// <summary>Where this element is not smaller: truth values; shapes broadcast.</summary>
    public static Tensor ge(Tensor input, Tensor target) => input.ge(target);

    /// <summary>Where this element is not smaller compared with a number.</summary>
    public static Tensor ge(Tensor input, Scalar target) => input.ge(target);

    /// <summary>Where this element is not smaller: truth values.</summary>
    public static Tensor greater_equal(Tensor input, Tensor target) => input.greater_equal(target);

    /// <summary>Where both are not zero: truth values; shapes broadcast.</summary>
    public static Tensor logical_and(Tensor input, Tensor other) => input.logical_and(other);

    /// <summary>Where one or both are not zero: truth values; shapes broadcast.</summary>
    public static Tensor logical_or(Tensor input, Tensor other) => input.logical_or(other);

    /// <summary>Where exactly one is not zero: truth values; shapes broadcast.</summary>
    public static Tensor logical_xor(Tensor input, Tensor other) => input.logical_xor(other);

    /// <summary>Where elements are zero.</summary>
    public static Tensor logical_not(Tensor input) => input.logical_not();

    /// <summary>Where elements are not a number.</summary>
    public static Tensor isnan(Tensor input) => input.isnan();

    /// <summary>Where elements are infinite.</summary>
    public static Tensor isinf(Tensor input) => input.isinf();

    /// <summary>Where elements are +∞.</summary>
    public static Tensor isposinf(Tensor input) => input.isposinf();

    /// <summary>Where elements are −∞.</summary>
    public static Tensor isneginf(Tensor input) => input.isneginf();

    /// <summary>Where elements are neither infinite nor NaN.</summary>
    public static Tensor isfinite(Tensor input) => input.isfinite();

    /// <summary>Where |this − other| ≤ atol + rtol · |other|.</summary>
    public static Tensor isclose(Tensor input, Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) => input.isclose(other, rtol, atol, nanEqual);

    /// <summary>Whether all elements are close: |this − other| ≤ atol + rtol · |other|.</summary>
    public static bool allclose(Tensor input, Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) => input.allclose(target, rtol, atol, equal_nan);

    /// <summary>Whether shape and all elements are equal.</summary>
    public static bool equal(Tensor input, Tensor target) => input.equal(target);

    /// <summary>Whether the one number of the tensor is not zero.</summary>
    public static bool is_nonzero(Tensor input) => input.is_nonzero();

    /// <summary>1 − erf x.</summary>
    public static Tensor erfc(Tensor input) => input.erfc();

    /// <summary>ln(eᵃ + eᵇ), element by element, without overflow.</summary>
    public static Tensor logaddexp(Tensor input, Tensor other) => input.logaddexp(other);

    /// <summary>this · ln y, 0 where this is 0.</summary>
    public static Tensor xlogy(Tensor input, Tensor y) => input.xlogy(y);

    /// <summary>ln(x / (1 − x)).</summary>
    public static Tensor logit(Tensor input, double? eps = null) => input.logit(eps);

    /// <summary>eˣ of each element.</summary>
    public static Tensor exp(Tensor input) => input.exp();

    /// <summary>eˣ − 1, exact near 0.</summary>
    public static Tensor expm1(Tensor input) => input.expm1();

    /// <summary>The natural logarithm.</summary>
    public static Tensor log(Tensor input) => input.log();

    /// <summary>The logarithm to base 2.</summary>
    public static Tensor log2(Tensor input) => input.log2();

    /// <summary>The logarithm to base 10.</summary>
    public static Tensor log10(Tensor input) => input.log10();

    /// <summary>ln(1 + x), exact near 0.</summary>
    public static Tensor log1p(Tensor input) => input.log1p();

    /// <summary>The square root.</summary>
    public static Tensor sqrt(Tensor input) => input.sqrt();

    /// <summary>1 / √x.</summary>
    public static Tensor rsqrt(Tensor input) => input.rsqrt();

    /// <summary>1 / x.</summary>
    public static Tensor reciprocal(Tensor input) => input.reciprocal();

    /// <summary>1 / (1 + e⁻ˣ).</summary>
    public static Tensor sigmoid(Tensor input) => input.sigmoid();

    /// <summary>Rounded down to integers.</summary>
    public static Tensor floor(Tensor input) => input.floor();

    /// <summary>Rounded up to integers.</summary>
    public static Tensor ceil(Tensor input) => input.ceil();

    /// <summary>Rounded to so many decimals, halves to even.</summary>
    public static Tensor round(Tensor input, long decimals = 0L) => input.round(decimals);

    /// <summary>Cut towards zero to integers.</summary>
    public static Tensor trunc(Tensor input) => input.trunc();

    /// <summary>What is cut off by <c>trunc</c>.</summary>
    public static Tensor frac(Tensor input) => input.frac();

    /// <summary>−1, 0 or 1.</summary>
    public static Tensor sign(Tensor input) => input.sign();

    /// <summary>The absolute value.</summary>
    public static Tensor abs(Tensor input) => input.abs();

    /// <summary>The square.</summary>
    public static Tensor square(Tensor input) => input.square();

    /// <summary>max(x, 0).</summary>
    public static Tensor relu(Tensor input) => input.relu();

    /// <summary>The sine, of radians.</summary>
    public static Tensor sin(Tensor input) => input.sin();

    /// <summary>The cosine, of radians.</summary>
    public static Tensor cos(Tensor input) => input.cos();

    /// <summary>The tangent, of radians.</summary>
    public static Tensor tan(Tensor input) => input.tan();

    /// <summary>The arc sine, in radians.</summary>
    public static Tensor asin(Tensor input) => input.asin();

    /// <summary>The arc cosine, in radians.</summary>
    public static Tensor acos(Tensor input) => input.acos();

    /// <summary>The arc tangent, in radians.</summary>
    public static Tensor atan(Tensor input) => input.atan();

    /// <summary>The hyperbolic sine.</summary>
    public static Tensor sinh(Tensor input) => input.sinh();

    /// <summary>The hyperbolic cosine.</summary>
    public static Tensor cosh(Tensor input) => input.cosh();

    /// <summary>The hyperbolic tangent.</summary>
    public static Tensor tanh(Tensor input) => input.tanh();

    /// <summary>The angle of the point (other, this), in (−π, π].</summary>
    public static Tensor atan2(Tensor input, Tensor other) => input.atan2(other);

    /// <summary>A number where the mask holds.</summary>
    public static Tensor masked_fill(Tensor input, Tensor mask, Scalar value) => input.masked_fill(mask, value);
}
