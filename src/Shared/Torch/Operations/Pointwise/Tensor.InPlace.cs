namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>As <c>deg2rad</c>, written over this tensor.</summary>
        public Tensor deg2rad_() => Overwrite("deg2rad_", BeforeWrite(this).deg2rad());

        /// <summary>As <c>rad2deg</c>, written over this tensor.</summary>
        public Tensor rad2deg_() => Overwrite("rad2deg_", BeforeWrite(this).rad2deg());

        /// <summary>As <c>copysign</c>, written over this tensor.</summary>
        public Tensor copysign_(Tensor other) => Overwrite("copysign_", BeforeWrite(this).copysign(other));

        /// <summary>As <c>heaviside</c>, written over this tensor.</summary>
        public Tensor heaviside_(Tensor other) => Overwrite("heaviside_", BeforeWrite(this).heaviside(other));

        /// <summary>As <c>lerp</c>, written over this tensor.</summary>
        public Tensor lerp_(Tensor end, Tensor weight) => Overwrite("lerp_", BeforeWrite(this).lerp(end, weight));

        /// <summary>As <c>clamp</c>, written over this tensor.</summary>
        public Tensor clamp_(Tensor? min = null, Tensor? max = null) => Overwrite("clamp_", BeforeWrite(this).clamp(min, max));

        /// <summary>As <c>erfc</c>, written over this tensor.</summary>
        public Tensor erfc_() => Overwrite("erfc_", BeforeWrite(this).erfc());

        /// <summary>As <c>erfinv</c>, written over this tensor.</summary>
        public Tensor erfinv_() => Overwrite("erfinv_", BeforeWrite(this).erfinv());

        /// <summary>As <c>eq</c>, written over this tensor.</summary>
        public Tensor eq_(Tensor target) => Overwrite("eq_", BeforeWrite(this).eq(target));

        /// <summary>As <c>eq</c>, written over this tensor.</summary>
        public Tensor eq_(Scalar target) => Overwrite("eq_", BeforeWrite(this).eq(target));

        /// <summary>As <c>ge</c>, written over this tensor.</summary>
        public Tensor ge_(Tensor target) => Overwrite("ge_", BeforeWrite(this).ge(target));

        /// <summary>As <c>ge</c>, written over this tensor.</summary>
        public Tensor ge_(Scalar target) => Overwrite("ge_", BeforeWrite(this).ge(target));

        /// <summary>As <c>gt</c>, written over this tensor.</summary>
        public Tensor gt_(Tensor target) => Overwrite("gt_", BeforeWrite(this).gt(target));

        /// <summary>As <c>gt</c>, written over this tensor.</summary>
        public Tensor gt_(Scalar target) => Overwrite("gt_", BeforeWrite(this).gt(target));

        /// <summary>As <c>lcm</c>, written over this tensor.</summary>
        public Tensor lcm_(Tensor other) => Overwrite("lcm_", BeforeWrite(this).lcm(other));

        /// <summary>As <c>ldexp</c>, written over this tensor.</summary>
        public Tensor ldexp_(Tensor other) => Overwrite("ldexp_", BeforeWrite(this).ldexp(other));

        /// <summary>As <c>le</c>, written over this tensor.</summary>
        public Tensor le_(Tensor target) => Overwrite("le_", BeforeWrite(this).le(target));

        /// <summary>As <c>less_equal</c>, written over this tensor.</summary>
        public Tensor less_equal_(Tensor target) => Overwrite("less_equal_", BeforeWrite(this).less_equal(target));

        /// <summary>As <c>le</c>, written over this tensor.</summary>
        public Tensor le_(Scalar target) => Overwrite("le_", BeforeWrite(this).le(target));

        /// <summary>As <c>lt</c>, written over this tensor.</summary>
        public Tensor lt_(Tensor target) => Overwrite("lt_", BeforeWrite(this).lt(target));

        /// <summary>As <c>lt</c>, written over this tensor.</summary>
        public Tensor lt_(Scalar target) => Overwrite("lt_", BeforeWrite(this).lt(target));

        /// <summary>As <c>ne</c>, written over this tensor.</summary>
        public Tensor ne_(Tensor target) => Overwrite("ne_", BeforeWrite(this).ne(target));

        /// <summary>As <c>not_equal</c>, written over this tensor.</summary>
        public Tensor not_equal_(Tensor target) => Overwrite("not_equal_", BeforeWrite(this).not_equal(target));

        /// <summary>As <c>ne</c>, written over this tensor.</summary>
        public Tensor ne_(Scalar target) => Overwrite("ne_", BeforeWrite(this).ne(target));

        /// <summary>As <c>nan_to_num</c>, written over this tensor.</summary>
        public Tensor nan_to_num_(double nan = 0, double? posinf = null, double? neginf = null) => Overwrite("nan_to_num_", BeforeWrite(this).nan_to_num(nan, posinf, neginf));

        /// <summary>As <c>add</c>, written over this tensor.</summary>
        public Tensor add_(Scalar scalar, Scalar alpha) => Overwrite("add_", BeforeWrite(this).add(scalar, alpha));

        /// <summary>As <c>addbmm</c>, written over this tensor.</summary>
        public Tensor addbmm_(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => Overwrite("addbmm_", BeforeWrite(this).addbmm(batch1, batch2, beta, alpha));

        /// <summary>As <c>addmm</c>, written over this tensor.</summary>
        public Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) => Overwrite("addmm_", BeforeWrite(this).addmm(mat1, mat2, beta, alpha));

        /// <summary>As <c>addmv</c>, written over this tensor.</summary>
        public Tensor addmv_(Tensor mat, Tensor vec, float beta = 1, float alpha = 1) => Overwrite("addmv_", BeforeWrite(this).addmv(mat, vec, beta, alpha));

        /// <summary>As <c>addr</c>, written over this tensor.</summary>
        public Tensor addr_(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) => Overwrite("addr_", BeforeWrite(this).addr(vec1, vec2, beta, alpha));

        /// <summary>As <c>bitwise_and</c>, written over this tensor.</summary>
        public Tensor bitwise_and_(Tensor other) => Overwrite("bitwise_and_", BeforeWrite(this).bitwise_and(other));

        /// <summary>As <c>bitwise_not</c>, written over this tensor.</summary>
        public Tensor bitwise_not_() => Overwrite("bitwise_not_", BeforeWrite(this).bitwise_not());

        /// <summary>As <c>bitwise_or</c>, written over this tensor.</summary>
        public Tensor bitwise_or_(Tensor other) => Overwrite("bitwise_or_", BeforeWrite(this).bitwise_or(other));

        /// <summary>As <c>bitwise_xor</c>, written over this tensor.</summary>
        public Tensor bitwise_xor_(Tensor other) => Overwrite("bitwise_xor_", BeforeWrite(this).bitwise_xor(other));

        /// <summary>As <c>bitwise_left_shift</c>, written over this tensor.</summary>
        public Tensor bitwise_left_shift_(Tensor other) => Overwrite("bitwise_left_shift_", BeforeWrite(this).bitwise_left_shift(other));

        /// <summary>As <c>bitwise_right_shift</c>, written over this tensor.</summary>
        public Tensor bitwise_right_shift_(Tensor other) => Overwrite("bitwise_right_shift_", BeforeWrite(this).bitwise_right_shift(other));

        /// <summary>As <c>exp2</c>, written over this tensor.</summary>
        public Tensor exp2_() => Overwrite("exp2_", BeforeWrite(this).exp2());

        /// <summary>As <c>float_power</c>, written over this tensor.</summary>
        public Tensor float_power_(Tensor target) => Overwrite("float_power_", BeforeWrite(this).float_power(target));

        /// <summary>As <c>floor_divide</c>, written over this tensor.</summary>
        public Tensor floor_divide_(Tensor other) => Overwrite("floor_divide_", BeforeWrite(this).floor_divide(other));

        /// <summary>As <c>floor_divide</c>, written over this tensor.</summary>
        public Tensor floor_divide_(Scalar other) => Overwrite("floor_divide_", BeforeWrite(this).floor_divide(other));

        /// <summary>As <c>fmod</c>, written over this tensor.</summary>
        public Tensor fmod_(Tensor target) => Overwrite("fmod_", BeforeWrite(this).fmod(target));

        /// <summary>As <c>frac</c>, written over this tensor.</summary>
        public Tensor frac_() => Overwrite("frac_", BeforeWrite(this).frac());

        /// <summary>As <c>gcd</c>, written over this tensor.</summary>
        public Tensor gcd_(Tensor other) => Overwrite("gcd_", BeforeWrite(this).gcd(other));

        /// <summary>As <c>logical_and</c>, written over this tensor.</summary>
        public Tensor logical_and_(Tensor other) => Overwrite("logical_and_", BeforeWrite(this).logical_and(other));

        /// <summary>As <c>logical_not</c>, written over this tensor.</summary>
        public Tensor logical_not_() => Overwrite("logical_not_", BeforeWrite(this).logical_not());

        /// <summary>As <c>logical_or</c>, written over this tensor.</summary>
        public Tensor logical_or_(Tensor other) => Overwrite("logical_or_", BeforeWrite(this).logical_or(other));

        /// <summary>As <c>logical_xor</c>, written over this tensor.</summary>
        public Tensor logical_xor_(Tensor other) => Overwrite("logical_xor_", BeforeWrite(this).logical_xor(other));

        /// <summary>As <c>logit</c>, written over this tensor.</summary>
        public Tensor logit_(double? eps = null) => Overwrite("logit_", BeforeWrite(this).logit(eps));

        /// <summary>As <c>sign</c>, written over this tensor.</summary>
        public Tensor sign_() => Overwrite("sign_", BeforeWrite(this).sign());

        /// <summary>As <c>sgn</c>, written over this tensor.</summary>
        public Tensor sgn_() => Overwrite("sgn_", BeforeWrite(this).sgn());

        /// <summary>As <c>trunc</c>, written over this tensor.</summary>
        public Tensor trunc_() => Overwrite("trunc_", BeforeWrite(this).trunc());

        /// <summary>As <c>xlogy</c>, written over this tensor.</summary>
        public Tensor xlogy_(Tensor y) => Overwrite("xlogy_", BeforeWrite(this).xlogy(y));

        /// <summary>As <c>xlogy</c>, written over this tensor.</summary>
        public Tensor xlogy_(Scalar y) => Overwrite("xlogy_", BeforeWrite(this).xlogy(y));

        /// <summary>As <c>atan2</c>, written over this tensor.</summary>
        public Tensor atan2_(Tensor other) => Overwrite("atan2_", BeforeWrite(this).atan2(other));

        /// <summary>As <c>sinc</c>, written over this tensor.</summary>
        public Tensor sinc_() => Overwrite("sinc_", BeforeWrite(this).sinc());

        /// <summary>As <c>asinh</c>, written over this tensor.</summary>
        public Tensor asinh_() => Overwrite("asinh_", BeforeWrite(this).asinh());

        /// <summary>As <c>acosh</c>, written over this tensor.</summary>
        public Tensor acosh_() => Overwrite("acosh_", BeforeWrite(this).acosh());

        /// <summary>As <c>atanh</c>, written over this tensor.</summary>
        public Tensor atanh_() => Overwrite("atanh_", BeforeWrite(this).atanh());
    }
}
