using System.Reflection;
using System.Runtime.CompilerServices;
using static Qiansi.torch;

namespace Qiansi.Torch.Tests.Surface;

/// <summary>Arguments for methods that are called by reflection, and the comparison of what comes out.</summary>
internal static class SampleArguments
{
    /// <summary>One of each kind that operations are for: a matrix of real numbers, a vector, integers.</summary>
    public static Tensor[] Inputs() =>
    [
        tensor(new double[,] { { 0.25, 0.5, -0.75 }, { 0.3, -0.9, 0.6 }, { 0.1, 0.8, 0.45 } }), tensor(new[] { 0.2, 0.4, 0.9 }),
        tensor(new[] { 6, 4, 2 }),
    ];

    public static object?[] For(IEnumerable<ParameterInfo> parameters, Tensor input) => [.. parameters.Select(p => For(p, input))];

    public static object? For(ParameterInfo parameter, Tensor input) => parameter.ParameterType switch
    {
        var t when t == typeof(Tensor) => input.clone(),
        _ when parameter.HasDefaultValue && parameter.DefaultValue is not null => parameter.DefaultValue,
        var t when t == typeof(Scalar) => (Scalar)2,
        var t when t == typeof(long) || t == typeof(int) || t == typeof(float) || t == typeof(double) => Convert.ChangeType(1, t),
        var t when t == typeof(long[]) => new long[] { 0 },
        var t when t == typeof(string) => "sum",
        var t when t == typeof(Device) => CPU,
        var t when t.IsValueType => Activator.CreateInstance(t),
        _ => null,
    };

    /// <summary>What a call gives, or what it refuses with: type and message.</summary>
    public static object? Outcome(Func<object?> call)
    {
        manual_seed(7);
        try
        {
            return call();
        }
        catch (TargetInvocationException e)
        {
            return (e.InnerException!.GetType(), e.InnerException.Message);
        }
    }

    public static void Same(object? expected, object? actual, bool elements = true)
    {
        switch (expected, actual)
        {
            case (Tensor a, Tensor b):
                Assert.Equal(a.shape, b.shape);
                Assert.Equal(a.dtype, b.dtype);
                if (elements) Assert.Equal(Numbers(a), Numbers(b));
                break;
            case (Tensor[] a, Tensor[] b):
                Assert.Equal(a.Length, b.Length);
                for (var i = 0; i < a.Length; i++) Same(a[i], b[i], elements);
                break;
            case (ITuple a, ITuple b):
                for (var i = 0; i < a.Length; i++) Same(a[i], b[i], elements);
                break;
            default:
                Assert.Equal(expected, actual);
                break;
        }
    }

    public static double[] Numbers(Tensor x) => x.detach().to_type(ScalarType.Float64).contiguous().data<double>().ToArray();
}
