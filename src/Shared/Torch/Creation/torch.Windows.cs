namespace Qiansi;

public static partial class torch
{
    /// <summary>Hann's window, sin²: periodic for spectra, else symmetric.</summary>
    public static Tensor hann_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Window(len, periodic, dtype, requires_grad, t => 0.5 - (0.5 * Math.Cos(2 * Math.PI * t)));

    /// <summary>Hamming's window, alpha − beta · cos.</summary>
    public static Tensor hamming_window(long len, bool periodic = true, float alpha = 0.54f, float beta = 0.46f, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) =>
        Window(len, periodic, dtype, requires_grad, t => (double)(decimal)alpha - ((double)(decimal)beta * Math.Cos(2 * Math.PI * t)));

    /// <summary>Blackman's window: 0.42 − 0.5 cos + 0.08 cos of twice the angle.</summary>
    public static Tensor blackman_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Window(len, periodic, dtype, requires_grad, t => 0.42 - (0.5 * Math.Cos(2 * Math.PI * t)) + (0.08 * Math.Cos(4 * Math.PI * t)));

    /// <summary>Bartlett's window, a triangle: <paramref name="len"/> numbers from 0 to 1 and back.</summary>
    public static Tensor bartlett_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Window(len, periodic, dtype, requires_grad, t => 1 - Math.Abs((2 * t) - 1));

    private static Tensor Window(long len, bool periodic, ScalarType? dtype, bool requires_grad, Func<double, double> shape)
    {
        if (len < 0) throw new ArgumentException($"window: length {len}; it must be at least 0");
        var last = Math.Max(1, periodic ? len : len - 1);
        var values = len == 1 ? [1.0] : Enumerable.Range(0, (int)len).Select(i => shape((double)i / last)).ToArray();
        return tensor(values, dtype ?? get_default_dtype(), requires_grad: requires_grad);
    }
}
