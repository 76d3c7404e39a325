using Qiansi.Torch.Kernels;

namespace Qiansi.Torch.Tests.Kernels;

[Collection(nameof(KernelSettings))]
public sealed unsafe class VecMathTest
{
    private static readonly float[] Special =
        [0f, -0f, 1f, -1f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, -float.MaxValue, float.Epsilon,
            -float.Epsilon, 1e-40f, 88.7f, 88.8f, -87.4f, -100f, -103.9f, -104.5f, 0.6249f, 0.6251f, 0.925f, 10f, 20f, 1e-8f];

    public static TheoryData<string, double, double, double> Functions => new()
    {
        { "exp", -104, 88.72, 2 }, { "expm1", -20, 80, 3 }, { "log", 1e-45, 1e3, 2 }, { "log1p", -0.999, 100, 3 },
        { "sin", -100, 100, 2 }, { "cos", -100, 100, 2 },
        { "tanh", -12, 12, 2 }, { "sigmoid", -80, 80, 4 }, { "erf", -5, 5, 2 }, { "sqrt", 0, 1e30, 1 }, { "gelu", -1.5, 8, 16 },
        { "silu", -80, 80, 4 }, { "softplus", -80, 80, 4 },
    };

    [Theory]
    [MemberData(nameof(Functions))]
    public void Float32_is_within_ulps_of_the_true_value_at_every_width(string name, double low, double high, double ulps)
    {
        foreach (var bits in new[] { 1, 128, 256, 512 })
        {
            using var settings = new KernelSettings(1, bits);
            const int N = 40_003;
            using var x = new Buffer<float>(N, 7, low, high);
            for (var i = 0; i < 2000; i++) x[i] = (float)(low + (high - low) * i / 2000);
            for (var i = 0; i < 1000; i++) x[2000 + i] = (float)Math.Clamp(x[2000 + i] / (high - low) * 1e-3, low, high);   // near 0
            using var y = new Buffer<float>(N);
            Apply(name, x.Start, y.Start, N);
            y.CheckGuards(name);
            for (var i = 0; i < N; i++)
            {
                var expected = True(name, x[i]);
                // A zero crossing away from 0 has an absolute error: that of the argument's reduction.
                var scale = name is "sin" or "cos" ? Math.Max(Math.Abs(expected), 1e-3) : Math.Abs(expected);
                var error = Math.Abs(y[i] - expected) / Ulp(scale);
                if (!(error <= ulps)) Assert.Fail($"{name}({x[i]:R}) is {y[i]:R}, true {expected:R}: {error:F2} ulp at {bits} bits");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Special_values_come_out_as_in_double(string name, double low, double high, double ulps)
    {
        Assert.True(low < high);
        foreach (var bits in new[] { 1, 128, 256, 512 })
        {
            using var settings = new KernelSettings(1, bits);
            using var x = Buffer<float>.Of(Special);
            using var y = new Buffer<float>(Special.Length);
            Apply(name, x.Start, y.Start, Special.Length);
            for (var i = 0; i < Special.Length; i++)
            {
                var expected = (float)True(name, Special[i]);
                if (name is "gelu" or "silu" && float.IsInfinity(Special[i])) continue;   // -∞ · 0 is NaN, as in PyTorch
                if (name is "sin" or "cos" && Math.Abs(Special[i]) > 1e30f && !float.IsInfinity(Special[i])) Assert.InRange(y[i], -1f, 1f);
                else if (float.IsNaN(expected))
                    Assert.True(float.IsNaN(y[i]), $"{name}({Special[i]:R}) is {y[i]:R}, expected NaN, {bits} bits");
                else if (float.IsInfinity(expected)) Assert.Equal(expected, y[i]);
                else
                    Assert.True(Math.Abs(expected - y[i]) <= (ulps + 1) * Ulp(Math.Abs(expected))
                        + (name is "sigmoid" or "silu" ? 1.2e-38 : 0),
                        $"{name}({Special[i]:R}) is {y[i]:R}, expected {expected:R}, {bits} bits");
            }
        }
    }

    [Fact]
    public void Float64_follows_the_double_functions()
    {
        using var settings = new KernelSettings();
        using var x = new Buffer<double>(1001, 3, -4, 4);
        using var y = new Buffer<double>(1001);
        Unary.Run(default(ErrorFunction<double>), x.Start, y.Start, 1001);
        Assert.Equal(0.8427007929497149, VecErf.ScalarErf(1), 1e-15);
        Assert.Equal(0.9953222650189527, VecErf.ScalarErf(2), 1e-15);
        Assert.Equal(0.9999779095030014, VecErf.ScalarErf(3), 1e-15);
        for (var i = 0; i < 1001; i++) Assert.Equal(VecErf.ScalarErf(x[i]), y[i]);
        Unary.Run(default(HyperbolicTangent<double>), x.Start, y.Start, 1001);
        for (var i = 0; i < 1001; i++) Assert.Equal(Math.Tanh(x[i]), y[i]);
        Unary.Run(default(ExponentialMinus1<double>), x.Start, y.Start, 1001);
        for (var i = 0; i < 1001; i++) Assert.Equal(Math.Exp(x[i]) - 1, y[i], 1e-14 * (1 + Math.Abs(y[i])));
    }

    private static double Ulp(double value) => Math.Max(MathF.BitIncrement((float)Math.Abs(value)) - (float)Math.Abs(value), float.Epsilon);

    private static double True(string name, double x) => name switch
    {
        "exp" => Math.Exp(x),
        "expm1" => Math.Abs(x) < 1e-4 ? x + x * x / 2 + x * x * x / 6 : Math.Exp(x) - 1,
        "log" => Math.Log(x),
        "log1p" => Math.Abs(x) < 1e-4 ? x - x * x / 2 + x * x * x / 3 : Math.Log(1 + x),
        "sin" => Math.Sin(x),
        "cos" => Math.Cos(x),
        "tanh" => Math.Tanh(x),
        "sigmoid" => 1 / (1 + Math.Exp(-x)),
        "erf" => VecErf.ScalarErf(x),
        "sqrt" => Math.Sqrt(x),
        "gelu" => x * 0.5 * (1 + VecErf.ScalarErf(x / Math.Sqrt(2))),
        "silu" => x / (1 + Math.Exp(-x)),
        "softplus" => Math.Max(x, 0) + (Math.Exp(-Math.Abs(x)) is var e && e < 1e-4 ? e - e * e / 2 + e * e * e / 3 : Math.Log(1 + e)),
        _ => throw new ArgumentException(name),
    };

    private static void Apply(string name, float* x, float* y, long n)
    {
        switch (name)
        {
            case "exp": Unary.Run(default(Exponential<float>), x, y, n); break;
            case "expm1": Unary.Run(default(ExponentialMinus1<float>), x, y, n); break;
            case "log": Unary.Run(default(Logarithm<float>), x, y, n); break;
            case "log1p": Unary.Run(default(Logarithm1p<float>), x, y, n); break;
            case "sin": Unary.Run(default(Sine<float>), x, y, n); break;
            case "cos": Unary.Run(default(Cosine<float>), x, y, n); break;
            case "tanh": Unary.Run(default(HyperbolicTangent<float>), x, y, n); break;
            case "sigmoid": Unary.Run(default(Sigmoid<float>), x, y, n); break;
            case "erf": Unary.Run(default(ErrorFunction<float>), x, y, n); break;
            case "sqrt": Unary.Run(default(SquareRoot<float>), x, y, n); break;
            case "gelu": Unary.Run(default(Gelu<float>), x, y, n); break;
            case "silu": Unary.Run(default(Silu<float>), x, y, n); break;
            case "softplus": Unary.Run(default(Softplus<float>), x, y, n); break;
            default: throw new ArgumentException(name);
        }
    }
}
