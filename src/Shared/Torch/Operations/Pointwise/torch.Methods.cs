namespace Qiansi;

public static partial class torch
{
    /// <summary>As the tensor's method <c>ger</c>.</summary>
    public static Tensor ger(Tensor input, Tensor vec2) => input.ger(vec2);

    /// <summary>As the tensor's method <c>logdet</c>.</summary>
    public static Tensor logdet(Tensor input) => input.logdet();

    /// <summary>As the tensor's method <c>trapezoid</c>.</summary>
    public static Tensor trapezoid(Tensor y, Tensor x, long dim = -1) => y.trapezoid(x, dim);

    /// <summary>As the tensor's method <c>trapezoid</c>.</summary>
    public static Tensor trapezoid(Tensor y, double dx = 1, long dim = -1) => y.trapezoid(dx, dim);

    /// <summary>As the tensor's method <c>cumulative_trapezoid</c>.</summary>
    public static Tensor cumulative_trapezoid(Tensor y, Tensor x, long dim = -1) => y.cumulative_trapezoid(x, dim);

    /// <summary>As the tensor's method <c>cumulative_trapezoid</c>.</summary>
    public static Tensor cumulative_trapezoid(Tensor y, double dx = 1, long dim = -1) => y.cumulative_trapezoid(dx, dim);

    /// <summary>As the tensor's method <c>fmax</c>.</summary>
    public static Tensor fmax(Tensor input, Tensor other) => input.fmax(other);

    /// <summary>As the tensor's method <c>fmin</c>.</summary>
    public static Tensor fmin(Tensor input, Tensor other) => input.fmin(other);

    /// <summary>As the tensor's method <c>adjoint</c>.</summary>
    public static Tensor adjoint(Tensor input) => input.adjoint();

    /// <summary>As the tensor's method <c>dsplit</c>.</summary>
    public static Tensor[] dsplit(Tensor input, Tensor indices_or_sections) => input.dsplit(indices_or_sections);

    /// <summary>As the tensor's method <c>dsplit</c>.</summary>
    public static Tensor[] dsplit(Tensor input, long size) => input.dsplit(size);

    /// <summary>As the tensor's method <c>dsplit</c>.</summary>
    public static Tensor[] dsplit(Tensor input, long[] indices_or_sections) => input.dsplit(indices_or_sections);

    /// <summary>As the tensor's method <c>hsplit</c>.</summary>
    public static Tensor[] hsplit(Tensor input, Tensor indices_or_sections) => input.hsplit(indices_or_sections);

    /// <summary>As the tensor's method <c>hsplit</c>.</summary>
    public static Tensor[] hsplit(Tensor input, long indices_or_sections) => input.hsplit(indices_or_sections);

    /// <summary>As the tensor's method <c>hsplit</c>.</summary>
    public static Tensor[] hsplit(Tensor input, long[] indices_or_sections) => input.hsplit(indices_or_sections);

    /// <summary>As the tensor's method <c>diagonal_scatter</c>.</summary>
    public static Tensor diagonal_scatter(Tensor input, Tensor src, long offset = 0, long dim1 = 0, long dim2 = 1) => input.diagonal_scatter(src, offset, dim1, dim2);

    /// <summary>As the tensor's method <c>select_scatter</c>.</summary>
    public static Tensor select_scatter(Tensor input, Tensor src, long dim, long index) => input.select_scatter(src, dim, index);

    /// <summary>As the tensor's method <c>slice_scatter</c>.</summary>
    public static Tensor slice_scatter(Tensor input, Tensor src, long dim = 0, long? start = null, long? end = null, long step = 1) => input.slice_scatter(src, dim, start, end, step);

    /// <summary>As the tensor's method <c>vsplit</c>.</summary>
    public static Tensor[] vsplit(Tensor input, long[] indices_or_sections) => input.vsplit(indices_or_sections);

    /// <summary>As the tensor's method <c>clone</c>.</summary>
    public static Tensor clone(Tensor input) => input.clone();

    /// <summary>As the tensor's method <c>corrcoef</c>.</summary>
    public static Tensor corrcoef(Tensor input) => input.corrcoef();

    /// <summary>As the tensor's method <c>cov</c>.</summary>
    public static Tensor cov(Tensor input, long correction = 1, Tensor? fweights = null, Tensor? aweights = null) => input.cov(correction, fweights, aweights);

    /// <summary>As the tensor's method <c>diagflat</c>.</summary>
    public static Tensor diagflat(Tensor input, long offset = 0) => input.diagflat(offset);

    /// <summary>As the tensor's method <c>kron</c>.</summary>
    public static Tensor kron(Tensor input, Tensor other) => input.kron(other);

    /// <summary>As the tensor's method <c>gcd</c>.</summary>
    public static Tensor gcd(Tensor left, Tensor right) => left.gcd(right);

    /// <summary>As the tensor's method <c>histc</c>.</summary>
    public static Tensor histc(Tensor input, long bins = 100, long min = 0, long max = 0) => input.histc(bins, min, max);

    /// <summary>As the tensor's method <c>lcm</c>.</summary>
    public static Tensor lcm(Tensor input, Tensor other) => input.lcm(other);

    /// <summary>As the tensor's method <c>logcumsumexp</c>.</summary>
    public static Tensor logcumsumexp(Tensor input, long dim) => input.logcumsumexp(dim);

    /// <summary>As the tensor's method <c>renorm</c>.</summary>
    public static Tensor renorm(Tensor input, float p, long dim, float maxnorm) => input.renorm(p, dim, maxnorm);

    /// <summary>As the tensor's method <c>vander</c>.</summary>
    public static Tensor vander(Tensor x, long N = -1, bool increasing = false) => x.vander(N, increasing);

    /// <summary>As the tensor's method <c>absolute</c>.</summary>
    public static Tensor absolute(Tensor input) => input.absolute();

    /// <summary>As the tensor's method <c>arccos</c>.</summary>
    public static Tensor arccos(Tensor input) => input.arccos();

    /// <summary>As the tensor's method <c>acosh</c>.</summary>
    public static Tensor acosh(Tensor input) => input.acosh();

    /// <summary>As the tensor's method <c>arccosh</c>.</summary>
    public static Tensor arccosh(Tensor input) => input.arccosh();

    /// <summary>As the tensor's method <c>arcsin</c>.</summary>
    public static Tensor arcsin(Tensor input) => input.arcsin();

    /// <summary>As the tensor's method <c>asinh</c>.</summary>
    public static Tensor asinh(Tensor input) => input.asinh();

    /// <summary>As the tensor's method <c>arcsinh</c>.</summary>
    public static Tensor arcsinh(Tensor input) => input.arcsinh();

    /// <summary>As the tensor's method <c>arctan</c>.</summary>
    public static Tensor arctan(Tensor input) => input.arctan();

    /// <summary>As the tensor's method <c>atanh</c>.</summary>
    public static Tensor atanh(Tensor input) => input.atanh();

    /// <summary>As the tensor's method <c>arctanh</c>.</summary>
    public static Tensor arctanh(Tensor input) => input.arctanh();

    /// <summary>As the tensor's method <c>arctan2</c>.</summary>
    public static Tensor arctan2(Tensor input, Tensor other) => input.arctan2(other);

    /// <summary>As the tensor's method <c>arctan</c>.</summary>
    public static Tensor arctan(Tensor input, Tensor other) => input.arctan(other);

    /// <summary>As the tensor's method <c>copysign</c>.</summary>
    public static Tensor copysign(Tensor input, Tensor other) => input.copysign(other);

    /// <summary>As the tensor's method <c>deg2rad</c>.</summary>
    public static Tensor deg2rad(Tensor input) => input.deg2rad();

    /// <summary>As the tensor's method <c>divide</c>.</summary>
    public static Tensor divide(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) => left.divide(right, rounding_mode);

    /// <summary>As the tensor's method <c>divide</c>.</summary>
    public static Tensor divide(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) => left.divide(right, rounding_mode);

    /// <summary>As the tensor's method <c>erfinv</c>.</summary>
    public static Tensor erfinv(Tensor input) => input.erfinv();

    /// <summary>As the tensor's method <c>exp2</c>.</summary>
    public static Tensor exp2(Tensor input) => input.exp2();

    /// <summary>As the tensor's method <c>fix</c>.</summary>
    public static Tensor fix(Tensor input) => input.fix();

    /// <summary>As the tensor's method <c>float_power</c>.</summary>
    public static Tensor float_power(Tensor input, Tensor target) => input.float_power(target);

    /// <summary>As the tensor's method <c>heaviside</c>.</summary>
    public static Tensor heaviside(Tensor input, Tensor values) => input.heaviside(values);

    /// <summary>As the tensor's method <c>ldexp</c>.</summary>
    public static Tensor ldexp(Tensor input, Tensor other) => input.ldexp(other);

    /// <summary>As the tensor's method <c>logaddexp2</c>.</summary>
    public static Tensor logaddexp2(Tensor left, Tensor right) => left.logaddexp2(right);

    /// <summary>As the tensor's method <c>hypot</c>.</summary>
    public static Tensor hypot(Tensor left, Tensor right) => left.hypot(right);

    /// <summary>As the tensor's method <c>multiply</c>.</summary>
    public static Tensor multiply(Tensor left, Tensor right) => left.multiply(right);

    /// <summary>As the tensor's method <c>multiply</c>.</summary>
    public static Tensor multiply(Tensor left, Scalar right) => left.multiply(right);

    /// <summary>As the tensor's method <c>nan_to_num</c>.</summary>
    public static Tensor nan_to_num(Tensor input, double nan = 0, double? posinf = null, double? neginf = null) => input.nan_to_num(nan, posinf, neginf);

    /// <summary>As the tensor's method <c>negative</c>.</summary>
    public static Tensor negative(Tensor input) => input.negative();

    /// <summary>As the tensor's method <c>positive</c>.</summary>
    public static Tensor positive(Tensor input) => input.positive();

    /// <summary>As the tensor's method <c>rad2deg</c>.</summary>
    public static Tensor rad2deg(Tensor input) => input.rad2deg();

    /// <summary>As the tensor's method <c>sgn</c>.</summary>
    public static Tensor sgn(Tensor input) => input.sgn();

    /// <summary>As the tensor's method <c>signbit</c>.</summary>
    public static Tensor signbit(Tensor input) => input.signbit();

    /// <summary>As the tensor's method <c>sinc</c>.</summary>
    public static Tensor sinc(Tensor input) => input.sinc();

    /// <summary>As the tensor's method <c>subtract</c>.</summary>
    public static Tensor subtract(Tensor left, Tensor right) => left.subtract(right);

    /// <summary>As the tensor's method <c>subtract</c>.</summary>
    public static Tensor subtract(Tensor left, Scalar right) => left.subtract(right);

    /// <summary>As the tensor's method <c>true_divide</c>.</summary>
    public static Tensor true_divide(Tensor dividend, Tensor divisor) => dividend.true_divide(divisor);

    /// <summary>As the tensor's method <c>nanmean</c>.</summary>
    public static Tensor nanmean(Tensor input, int? dim = null, bool keepdim = false, ScalarType? dtype = null) => input.nanmean(dim, keepdim, dtype);

    /// <summary>As the tensor's method <c>nanmedian</c>.</summary>
    public static Tensor nanmedian(Tensor input) => input.nanmedian();

    /// <summary>As the tensor's method <c>mode</c>.</summary>
    public static (Tensor, Tensor) mode(Tensor input, long dim = -1, bool keepdim = false) => input.mode(dim, keepdim);

    /// <summary>As the tensor's method <c>nansum</c>.</summary>
    public static Tensor nansum(Tensor input) => input.nansum();

    /// <summary>As the tensor's method <c>quantile</c>.</summary>
    public static Tensor quantile(Tensor input, Tensor q, long? dim = null, bool keepdim = false) => input.quantile(q, dim, keepdim);

    /// <summary>As the tensor's method <c>nanquantile</c>.</summary>
    public static Tensor nanquantile(Tensor input, Tensor q, long? dim = null, bool keepdim = false) => input.nanquantile(q, dim, keepdim);

    /// <summary>As the tensor's method <c>numel</c>.</summary>
    public static long numel(Tensor input) => input.numel();
}
