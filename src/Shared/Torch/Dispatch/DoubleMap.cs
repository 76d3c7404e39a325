using Qiansi.Torch.Tensors;

namespace Qiansi.Torch.Dispatch;

/// <summary>Functions without a kernel: each element is calculated in float64 and rounded to the type.</summary>
internal static class DoubleMap
{
    /// <summary>f of each element: a new tensor of real numbers, outside the graph.</summary>
    public static Tensor Of(Tensor x, Func<double, double> f)
    {
        using var _ = no_grad();
        var values = x.ToArray<double>();
        for (var i = 0; i < values.Length; i++) values[i] = f(values[i]);
        return tensor(values, x.sizes, Promotion.ToFloat(x.type));
    }

    /// <summary>f of each pair of elements; the tensors broadcast to each other.</summary>
    public static Tensor Of(Tensor a, Tensor b, Func<double, double, double> f)
    {
        using var _ = no_grad();
        var both = broadcast_tensors(a, b);
        double[] x = both[0].ToArray<double>(), y = both[1].ToArray<double>();
        for (var i = 0; i < x.Length; i++) x[i] = f(x[i], y[i]);
        return tensor(x, both[0].sizes, Promotion.ToFloat(Promotion.Of(a, b)));
    }
}
