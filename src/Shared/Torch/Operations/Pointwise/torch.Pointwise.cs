namespace Qiansi;

public static partial class torch
{
    /// <summary>this + target, element by element; shapes broadcast.</summary>
    public static Tensor add(Tensor left, Tensor right) => left.add(right);

    /// <summary>this + alpha · target.</summary>
    public static Tensor add(Tensor left, Tensor right, Scalar alpha) => left.add(right, alpha);

    /// <summary>this + scalar.</summary>
    public static Tensor add(Tensor left, Scalar right) => left.add(right);

    /// <summary>this + alpha · scalar.</summary>
    public static Tensor add(Tensor left, Scalar right, Scalar alpha) => left.add(right, alpha);

    /// <summary>this − target, element by element; shapes broadcast.</summary>
    public static Tensor sub(Tensor left, Tensor right) => left.sub(right);

    /// <summary>this − alpha · target.</summary>
    public static Tensor sub(Tensor input, Tensor target, Scalar alpha) => input.sub(target, alpha);

    /// <summary>this − target.</summary>
    public static Tensor sub(Tensor left, Scalar right) => left.sub(right);

    /// <summary>target − this.</summary>
    public static Tensor rsub(Tensor input, Scalar target) => input.rsub(target);

    /// <summary>this · target, element by element; shapes broadcast.</summary>
    public static Tensor mul(Tensor left, Tensor right) => left.mul(right);

    /// <summary>this · target.</summary>
    public static Tensor mul(Tensor left, Scalar right) => left.mul(right);

    /// <summary>this / target, element by element; shapes broadcast. Of integers a real number, unless rounded.</summary>
    public static Tensor div(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) => left.div(right, rounding_mode);

    /// <summary>this / target. Of integers a real number, unless rounded.</summary>
    public static Tensor div(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) => left.div(right, rounding_mode);

    /// <summary>The quotient rounded down, as Python's <c>//</c>.</summary>
    public static Tensor floor_divide(Tensor input, Tensor other) => input.floor_divide(other);

    /// <summary>The quotient rounded down, as Python's <c>//</c>.</summary>
    public static Tensor floor_divide(Tensor input, Scalar other) => input.floor_divide(other);

    /// <summary>−this.</summary>
    public static Tensor neg(Tensor input) => input.neg();

    /// <summary>The remainder with the sign of the divisor, as Python's <c>%</c>.</summary>
    public static Tensor remainder(Tensor left, Tensor right) => left.remainder(right);

    /// <summary>The remainder with the sign of the divisor, as Python's <c>%</c>.</summary>
    public static Tensor remainder(Tensor left, Scalar right) => left.remainder(right);

    /// <summary>The remainder with the sign of the dividend, as C's <c>fmod</c>.</summary>
    public static Tensor fmod(Tensor left, Tensor right) => left.fmod(right);

    /// <summary>The remainder with the sign of the dividend, as C's <c>fmod</c>.</summary>
    public static Tensor fmod(Tensor left, Scalar right) => left.fmod(right);

    /// <summary>this raised to exponents, element by element; shapes broadcast.</summary>
    public static Tensor pow(Tensor left, Tensor exponent) => left.pow(exponent);

    /// <summary>this raised to one exponent.</summary>
    public static Tensor pow(Tensor left, Scalar exponent) => left.pow(exponent);

    /// <summary>And, bit by bit; of truth values their conjunction.</summary>
    public static Tensor bitwise_and(Tensor left, Tensor right) => left.bitwise_and(right);

    /// <summary>Or, bit by bit; of truth values their disjunction.</summary>
    public static Tensor bitwise_or(Tensor left, Tensor right) => left.bitwise_or(right);

    /// <summary>Exclusive or, bit by bit.</summary>
    public static Tensor bitwise_xor(Tensor left, Tensor right) => left.bitwise_xor(right);

    /// <summary>Not, bit by bit; of truth values their negation.</summary>
    public static Tensor bitwise_not(Tensor input) => input.bitwise_not();

    /// <summary>Bits moved to the left.</summary>
    public static Tensor bitwise_left_shift(Tensor left, Tensor right) => left.bitwise_left_shift(right);

    /// <summary>Bits moved to the right.</summary>
    public static Tensor bitwise_right_shift(Tensor left, Tensor right) => left.bitwise_right_shift(right);

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
    public static Tensor eq(Tensor left, Tensor right) => left.eq(right);

    /// <summary>Where elements are equal compared with a number.</summary>
    public static Tensor eq(Tensor input, Scalar target) => input.eq(target);

    /// <summary>Where elements differ: truth values; shapes broadcast.</summary>
    public static Tensor ne(Tensor left, Tensor right) => left.ne(right);

    /// <summary>Where elements differ compared with a number.</summary>
    public static Tensor ne(Tensor input, Scalar target) => input.ne(target);

    /// <summary>Where elements differ: truth values.</summary>
    public static Tensor not_equal(Tensor tensor, Tensor target) => tensor.not_equal(target);

    /// <summary>Where this element is smaller: truth values; shapes broadcast.</summary>
    public static Tensor lt(Tensor left, Tensor right) => left.lt(right);

    /// <summary>Where this element is smaller compared with a number.</summary>
    public static Tensor lt(Tensor input, Scalar target) => input.lt(target);

    /// <summary>Where this element is smaller: truth values.</summary>
    public static Tensor less(Tensor tensor, Tensor target) => tensor.less(target);

    /// <summary>Where this element is not larger: truth values; shapes broadcast.</summary>
    public static Tensor le(Tensor left, Tensor right) => left.le(right);

    /// <summary>Where this element is not larger compared with a number.</summary>
    public static Tensor le(Tensor input, Scalar target) => input.le(target);

    /// <summary>Where this element is not larger: truth values.</summary>
    public static Tensor less_equal(Tensor tensor, Tensor target) => tensor.less_equal(target);

    /// <summary>Where this element is larger: truth values; shapes broadcast.</summary>
    public static Tensor gt(Tensor left, Tensor right) => left.gt(right);

    /// <summary>Where this element is larger compared with a number.</summary>
    public static Tensor gt(Tensor input, Scalar target) => input.gt(target);

    /// <summary>Where this element is larger: truth values.</summary>
    public static Tensor greater(Tensor tensor, Tensor target) => tensor.greater(target);

    /// <summary>Where this element is not smaller: truth values; shapes broadcast.</summary>
    public static Tensor ge(Tensor left, Tensor right) => left.ge(right);

    /// <summary>Where this element is not smaller compared with a number.</summary>
    public static Tensor ge(Tensor input, Scalar target) => input.ge(target);

    /// <summary>Where this element is not smaller: truth values.</summary>
    public static Tensor greater_equal(Tensor tensor, Tensor target) => tensor.greater_equal(target);

    /// <summary>Where both are not zero: truth values; shapes broadcast.</summary>
    public static Tensor logical_and(Tensor left, Tensor right) => left.logical_and(right);

    /// <summary>Where one or both are not zero: truth values; shapes broadcast.</summary>
    public static Tensor logical_or(Tensor left, Tensor right) => left.logical_or(right);

    /// <summary>Where exactly one is not zero: truth values; shapes broadcast.</summary>
    public static Tensor logical_xor(Tensor left, Tensor right) => left.logical_xor(right);

    /// <summary>Where elements are zero.</summary>
    public static Tensor logical_not(Tensor input) => input.logical_not();

    /// <summary>Where elements are not a number.</summary>
    public static Tensor isnan(Tensor input) => input.isnan();

    /// <summary>Where elements are infinite.</summary>
    public static Tensor isinf(Tensor tensor) => tensor.isinf();

    /// <summary>Where elements are +∞.</summary>
    public static Tensor isposinf(Tensor tensor) => tensor.isposinf();

    /// <summary>Where elements are −∞.</summary>
    public static Tensor isneginf(Tensor tensor) => tensor.isneginf();

    /// <summary>Where elements are neither infinite nor NaN.</summary>
    public static Tensor isfinite(Tensor tensor) => tensor.isfinite();

    /// <summary>Where |this − other| ≤ atol + rtol · |other|.</summary>
    public static Tensor isclose(Tensor tensor, Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) => tensor.isclose(other, rtol, atol, nanEqual);

    /// <summary>Whether all elements are close: |this − other| ≤ atol + rtol · |other|.</summary>
    public static bool allclose(Tensor tensor, Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) => tensor.allclose(target, rtol, atol, equal_nan);

    /// <summary>Whether shape and all elements are equal.</summary>
    public static bool equal(Tensor tensor, Tensor target) => tensor.equal(target);

    /// <summary>Whether the one number of the tensor is not zero.</summary>
    public static bool is_nonzero(Tensor input) => input.is_nonzero();

    /// <summary>1 − erf x.</summary>
    public static Tensor erfc(Tensor input) => input.erfc();

    /// <summary>ln(eᵃ + eᵇ), element by element, without overflow.</summary>
    public static Tensor logaddexp(Tensor left, Tensor right) => left.logaddexp(right);

    /// <summary>this · ln y, 0 where this is 0.</summary>
    public static Tensor xlogy(Tensor x, Tensor y) => x.xlogy(y);

    /// <summary>x · ln y, 0 where x is 0.</summary>
    public static Tensor xlogy(Tensor x, Scalar y) => x.xlogy(y);

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
