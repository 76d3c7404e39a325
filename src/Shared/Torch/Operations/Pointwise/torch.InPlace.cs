namespace Qiansi;

public static partial class torch
{
    /// <summary>As the tensor's method <c>addbmm_</c>.</summary>
    public static Tensor addbmm_(Tensor input, Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => input.addbmm_(batch1, batch2, beta, alpha);

    /// <summary>As the tensor's method <c>addmm_</c>.</summary>
    public static Tensor addmm_(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => input.addmm_(mat1, mat2, beta, alpha);

    /// <summary>As the tensor's method <c>addmv_</c>.</summary>
    public static Tensor addmv_(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => input.addmv_(mat1, mat2, beta, alpha);

    /// <summary>As the tensor's method <c>addr_</c>.</summary>
    public static Tensor addr_(Tensor input, Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) => input.addr_(vec1, vec2, beta, alpha);

    /// <summary>As the tensor's method <c>scatter_add_</c>.</summary>
    public static Tensor scatter_add_(Tensor input, long dim, Tensor index, Tensor src) => input.scatter_add_(dim, index, src);

    /// <summary>As the tensor's method <c>clamp_max_</c>.</summary>
    public static Tensor clamp_max_(Tensor input, Scalar max) => input.clamp_max_(max);

    /// <summary>As the tensor's method <c>clamp_min_</c>.</summary>
    public static Tensor clamp_min_(Tensor input, Scalar min) => input.clamp_min_(min);

    /// <summary>As the tensor's method <c>index_fill_</c>.</summary>
    public static Tensor index_fill_(Tensor input, long dim, Tensor index, Scalar value) => input.index_fill_(dim, index, value);

    /// <summary>As the tensor's method <c>index_add_</c>.</summary>
    public static Tensor index_add_(Tensor input, long dim, Tensor index, Tensor source, Scalar alpha) => input.index_add_(dim, index, source, alpha);

    /// <summary>As the tensor's method <c>index_copy_</c>.</summary>
    public static Tensor index_copy_(Tensor input, long dim, Tensor index, Tensor source) => input.index_copy_(dim, index, source);

    /// <summary>As the tensor's method <c>scatter_</c>.</summary>
    public static Tensor scatter_(Tensor input, long dim, Tensor index, Tensor src) => input.scatter_(dim, index, src);

    /// <summary>As the tensor's method <c>gcd_</c>.</summary>
    public static Tensor gcd_(Tensor left, Tensor right) => left.gcd_(right);

    /// <summary>As the tensor's method <c>lcm_</c>.</summary>
    public static Tensor lcm_(Tensor input, Tensor other) => input.lcm_(other);

    /// <summary>As the tensor's method <c>tril_</c>.</summary>
    public static Tensor tril_(Tensor input, long diagonal = 0) => input.tril_(diagonal);

    /// <summary>As the tensor's method <c>triu_</c>.</summary>
    public static Tensor triu_(Tensor input, long diagonal = 0) => input.triu_(diagonal);

    /// <summary>As the tensor's method <c>abs_</c>.</summary>
    public static Tensor abs_(Tensor input) => input.abs_();

    /// <summary>As the tensor's method <c>absolute_</c>.</summary>
    public static Tensor absolute_(Tensor input) => input.absolute_();

    /// <summary>As the tensor's method <c>acos_</c>.</summary>
    public static Tensor acos_(Tensor input) => input.acos_();

    /// <summary>As the tensor's method <c>arccos_</c>.</summary>
    public static Tensor arccos_(Tensor input) => input.arccos_();

    /// <summary>As the tensor's method <c>acosh_</c>.</summary>
    public static Tensor acosh_(Tensor input) => input.acosh_();

    /// <summary>As the tensor's method <c>arccosh_</c>.</summary>
    public static Tensor arccosh_(Tensor input) => input.arccosh_();

    /// <summary>As the tensor's method <c>add_</c>.</summary>
    public static Tensor add_(Tensor left, Tensor right) => left.add_(right);

    /// <summary>As the tensor's method <c>add_</c>.</summary>
    public static Tensor add_(Tensor left, Scalar right) => left.add_(right);

    /// <summary>As the tensor's method <c>add_</c>.</summary>
    public static Tensor add_(Tensor left, Tensor right, Scalar alpha) => left.add_(right, alpha);

    /// <summary>As the tensor's method <c>add_</c>.</summary>
    public static Tensor add_(Tensor left, Scalar right, Scalar alpha) => left.add_(right, alpha);

    /// <summary>As the tensor's method <c>addcdiv_</c>.</summary>
    public static Tensor addcdiv_(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => input.addcdiv_(tensor1, tensor2, value);

    /// <summary>As the tensor's method <c>addcmul_</c>.</summary>
    public static Tensor addcmul_(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => input.addcmul_(tensor1, tensor2, value);

    /// <summary>As the tensor's method <c>asin_</c>.</summary>
    public static Tensor asin_(Tensor input) => input.asin_();

    /// <summary>As the tensor's method <c>arcsin_</c>.</summary>
    public static Tensor arcsin_(Tensor input) => input.arcsin_();

    /// <summary>As the tensor's method <c>asinh_</c>.</summary>
    public static Tensor asinh_(Tensor input) => input.asinh_();

    /// <summary>As the tensor's method <c>arcsinh_</c>.</summary>
    public static Tensor arcsinh_(Tensor input) => input.arcsinh_();

    /// <summary>As the tensor's method <c>atan_</c>.</summary>
    public static Tensor atan_(Tensor input) => input.atan_();

    /// <summary>As the tensor's method <c>arctan_</c>.</summary>
    public static Tensor arctan_(Tensor input) => input.arctan_();

    /// <summary>As the tensor's method <c>atanh_</c>.</summary>
    public static Tensor atanh_(Tensor input) => input.atanh_();

    /// <summary>As the tensor's method <c>arctanh_</c>.</summary>
    public static Tensor arctanh_(Tensor input) => input.arctanh_();

    /// <summary>As the tensor's method <c>atan2_</c>.</summary>
    public static Tensor atan2_(Tensor input, Tensor other) => input.atan2_(other);

    /// <summary>As the tensor's method <c>arctan2_</c>.</summary>
    public static Tensor arctan2_(Tensor input, Tensor other) => input.arctan2_(other);

    /// <summary>As the tensor's method <c>arctan_</c>.</summary>
    public static Tensor arctan_(Tensor input, Tensor other) => input.arctan_(other);

    /// <summary>As the tensor's method <c>bitwise_not_</c>.</summary>
    public static Tensor bitwise_not_(Tensor input) => input.bitwise_not_();

    /// <summary>As the tensor's method <c>bitwise_and_</c>.</summary>
    public static Tensor bitwise_and_(Tensor left, Tensor right) => left.bitwise_and_(right);

    /// <summary>As the tensor's method <c>bitwise_or_</c>.</summary>
    public static Tensor bitwise_or_(Tensor left, Tensor right) => left.bitwise_or_(right);

    /// <summary>As the tensor's method <c>bitwise_xor_</c>.</summary>
    public static Tensor bitwise_xor_(Tensor left, Tensor right) => left.bitwise_xor_(right);

    /// <summary>As the tensor's method <c>bitwise_left_shift_</c>.</summary>
    public static Tensor bitwise_left_shift_(Tensor left, Tensor right) => left.bitwise_left_shift_(right);

    /// <summary>As the tensor's method <c>bitwise_right_shift_</c>.</summary>
    public static Tensor bitwise_right_shift_(Tensor left, Tensor right) => left.bitwise_right_shift_(right);

    /// <summary>As the tensor's method <c>ceil_</c>.</summary>
    public static Tensor ceil_(Tensor input) => input.ceil_();

    /// <summary>As the tensor's method <c>clamp_</c>.</summary>
    public static Tensor clamp_(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp_(min, max);

    /// <summary>As the tensor's method <c>clamp_</c>.</summary>
    public static Tensor clamp_(Tensor input, Tensor? min = null, Tensor? max = null) => input.clamp_(min, max);

    /// <summary>As the tensor's method <c>copysign_</c>.</summary>
    public static Tensor copysign_(Tensor input, Tensor other) => input.copysign_(other);

    /// <summary>As the tensor's method <c>cos_</c>.</summary>
    public static Tensor cos_(Tensor input) => input.cos_();

    /// <summary>As the tensor's method <c>cosh_</c>.</summary>
    public static Tensor cosh_(Tensor input) => input.cosh_();

    /// <summary>As the tensor's method <c>deg2rad_</c>.</summary>
    public static Tensor deg2rad_(Tensor input) => input.deg2rad_();

    /// <summary>As the tensor's method <c>div_</c>.</summary>
    public static Tensor div_(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) => left.div_(right, rounding_mode);

    /// <summary>As the tensor's method <c>div_</c>.</summary>
    public static Tensor div_(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) => left.div_(right, rounding_mode);

    /// <summary>As the tensor's method <c>divide_</c>.</summary>
    public static Tensor divide_(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) => left.divide_(right, rounding_mode);

    /// <summary>As the tensor's method <c>divide_</c>.</summary>
    public static Tensor divide_(Tensor left, Scalar right) => left.divide_(right);

    /// <summary>As the tensor's method <c>erf_</c>.</summary>
    public static Tensor erf_(Tensor input) => input.erf_();

    /// <summary>As the tensor's method <c>erfc_</c>.</summary>
    public static Tensor erfc_(Tensor input) => input.erfc_();

    /// <summary>As the tensor's method <c>erfinv_</c>.</summary>
    public static Tensor erfinv_(Tensor input) => input.erfinv_();

    /// <summary>As the tensor's method <c>exp_</c>.</summary>
    public static Tensor exp_(Tensor input) => input.exp_();

    /// <summary>As the tensor's method <c>exp2_</c>.</summary>
    public static Tensor exp2_(Tensor input) => input.exp2_();

    /// <summary>As the tensor's method <c>expm1_</c>.</summary>
    public static Tensor expm1_(Tensor input) => input.expm1_();

    /// <summary>As the tensor's method <c>fix_</c>.</summary>
    public static Tensor fix_(Tensor input) => input.fix_();

    /// <summary>As the tensor's method <c>float_power_</c>.</summary>
    public static Tensor float_power_(Tensor input, Tensor target) => input.float_power_(target);

    /// <summary>As the tensor's method <c>floor_</c>.</summary>
    public static Tensor floor_(Tensor input) => input.floor_();

    /// <summary>As the tensor's method <c>floor_divide_</c>.</summary>
    public static Tensor floor_divide_(Tensor input, Tensor other) => input.floor_divide_(other);

    /// <summary>As the tensor's method <c>fmod_</c>.</summary>
    public static Tensor fmod_(Tensor left, Tensor right) => left.fmod_(right);

    /// <summary>As the tensor's method <c>fmod_</c>.</summary>
    public static Tensor fmod_(Tensor left, Scalar right) => left.fmod_(right);

    /// <summary>As the tensor's method <c>frac_</c>.</summary>
    public static Tensor frac_(Tensor input) => input.frac_();

    /// <summary>As the tensor's method <c>heaviside_</c>.</summary>
    public static Tensor heaviside_(Tensor input, Tensor values) => input.heaviside_(values);

    /// <summary>As the tensor's method <c>ldexp_</c>.</summary>
    public static Tensor ldexp_(Tensor input, Tensor other) => input.ldexp_(other);

    /// <summary>As the tensor's method <c>log_</c>.</summary>
    public static Tensor log_(Tensor input) => input.log_();

    /// <summary>As the tensor's method <c>log10_</c>.</summary>
    public static Tensor log10_(Tensor input) => input.log10_();

    /// <summary>As the tensor's method <c>log1p_</c>.</summary>
    public static Tensor log1p_(Tensor input) => input.log1p_();

    /// <summary>As the tensor's method <c>log2_</c>.</summary>
    public static Tensor log2_(Tensor input) => input.log2_();

    /// <summary>As the tensor's method <c>logical_and_</c>.</summary>
    public static Tensor logical_and_(Tensor left, Tensor right) => left.logical_and_(right);

    /// <summary>As the tensor's method <c>logical_or_</c>.</summary>
    public static Tensor logical_or_(Tensor left, Tensor right) => left.logical_or_(right);

    /// <summary>As the tensor's method <c>logical_xor_</c>.</summary>
    public static Tensor logical_xor_(Tensor left, Tensor right) => left.logical_xor_(right);

    /// <summary>As the tensor's method <c>logit_</c>.</summary>
    public static Tensor logit_(Tensor input, double? eps = null) => input.logit_(eps);

    /// <summary>As the tensor's method <c>mul_</c>.</summary>
    public static Tensor mul_(Tensor left, Tensor right) => left.mul_(right);

    /// <summary>As the tensor's method <c>mul_</c>.</summary>
    public static Tensor mul_(Tensor left, Scalar right) => left.mul_(right);

    /// <summary>As the tensor's method <c>nan_to_num_</c>.</summary>
    public static Tensor nan_to_num_(Tensor input, double nan = 0, double? posinf = null, double? neginf = null) => input.nan_to_num_(nan, posinf, neginf);

    /// <summary>As the tensor's method <c>neg_</c>.</summary>
    public static Tensor neg_(Tensor input) => input.neg_();

    /// <summary>As the tensor's method <c>pow_</c>.</summary>
    public static Tensor pow_(Tensor left, Tensor exponent) => left.pow_(exponent);

    /// <summary>As the tensor's method <c>pow_</c>.</summary>
    public static Tensor pow_(Tensor left, Scalar exponent) => left.pow_(exponent);

    /// <summary>As the tensor's method <c>rad2deg_</c>.</summary>
    public static Tensor rad2deg_(Tensor input) => input.rad2deg_();

    /// <summary>As the tensor's method <c>reciprocal_</c>.</summary>
    public static Tensor reciprocal_(Tensor input) => input.reciprocal_();

    /// <summary>As the tensor's method <c>remainder_</c>.</summary>
    public static Tensor remainder_(Tensor left, Tensor right) => left.remainder_(right);

    /// <summary>As the tensor's method <c>remainder_</c>.</summary>
    public static Tensor remainder_(Tensor left, Scalar right) => left.remainder_(right);

    /// <summary>As the tensor's method <c>round_</c>.</summary>
    public static Tensor round_(Tensor input, long decimals = 0) => input.round_(decimals);

    /// <summary>As the tensor's method <c>rsqrt_</c>.</summary>
    public static Tensor rsqrt_(Tensor input) => input.rsqrt_();

    /// <summary>As the tensor's method <c>sigmoid_</c>.</summary>
    public static Tensor sigmoid_(Tensor input) => input.sigmoid_();

    /// <summary>As the tensor's method <c>sign_</c>.</summary>
    public static Tensor sign_(Tensor input) => input.sign_();

    /// <summary>As the tensor's method <c>sgn_</c>.</summary>
    public static Tensor sgn_(Tensor input) => input.sgn_();

    /// <summary>As the tensor's method <c>sin_</c>.</summary>
    public static Tensor sin_(Tensor input) => input.sin_();

    /// <summary>As the tensor's method <c>sinc_</c>.</summary>
    public static Tensor sinc_(Tensor input) => input.sinc_();

    /// <summary>As the tensor's method <c>sinh_</c>.</summary>
    public static Tensor sinh_(Tensor input) => input.sinh_();

    /// <summary>As the tensor's method <c>sqrt_</c>.</summary>
    public static Tensor sqrt_(Tensor input) => input.sqrt_();

    /// <summary>As the tensor's method <c>sub_</c>.</summary>
    public static Tensor sub_(Tensor left, Tensor right) => left.sub_(right);

    /// <summary>As the tensor's method <c>sub_</c>.</summary>
    public static Tensor sub_(Tensor left, Scalar right) => left.sub_(right);

    /// <summary>As the tensor's method <c>subtract_</c>.</summary>
    public static Tensor subtract_(Tensor left, Tensor right) => left.subtract_(right);

    /// <summary>As the tensor's method <c>subtract_</c>.</summary>
    public static Tensor subtract_(Tensor left, Scalar right) => left.subtract_(right);

    /// <summary>As the tensor's method <c>tan_</c>.</summary>
    public static Tensor tan_(Tensor input) => input.tan_();

    /// <summary>As the tensor's method <c>tanh_</c>.</summary>
    public static Tensor tanh_(Tensor input) => input.tanh_();

    /// <summary>As the tensor's method <c>true_divide_</c>.</summary>
    public static Tensor true_divide_(Tensor dividend, Tensor divisor) => dividend.true_divide_(divisor);

    /// <summary>As the tensor's method <c>trunc_</c>.</summary>
    public static Tensor trunc_(Tensor input) => input.trunc_();

    /// <summary>As the tensor's method <c>xlogy_</c>.</summary>
    public static Tensor xlogy_(Tensor x, Tensor y) => x.xlogy_(y);

    /// <summary>As the tensor's method <c>xlogy_</c>.</summary>
    public static Tensor xlogy_(Tensor x, Scalar y) => x.xlogy_(y);
}
