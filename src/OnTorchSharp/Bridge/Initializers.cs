namespace Qiansi.TorchBridge;

/// <summary>Initial weights that TorchSharp 0.107 draws from another distribution than PyTorch.</summary>
public static class Initializers
{
    /// <summary>Numbers of a normal distribution cut off at <paramref name="a"/> and <paramref name="b"/>.</summary>
    /// <exception cref="ArgumentException">The range is empty.</exception>
    public static Tensor trunc_normal_(Tensor tensor, double mean = 0, double std = 1, double a = -2, double b = 2,
        Generator? generator = null)
    {
        if (!(a < b)) throw new ArgumentException($"trunc_normal_: a ({a}) has to be below b ({b})");
        using var quiet = no_grad();
        // By inversion: a uniform number between the probabilities of both ends, and where the distribution has it.
        double low = Below((a - mean) / std), high = Below((b - mean) / std);
        return tensor.uniform_(2 * low - 1, 2 * high - 1, generator).erfinv_().mul_(std * Math.Sqrt(2)).add_(mean).clamp_(a, b);
    }

    /// <summary>Normal numbers of deviation gain · √(2 / (fan_in + fan_out)): Glorot and Bengio, 2010.</summary>
    /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
    public static Tensor xavier_normal_(Tensor tensor, double gain = 1)
    {
        if (tensor.dim() < 2)
            throw new ArgumentException(
                $"xavier_normal_: weights have at least two dimensions, not the shape [{string.Join(", ", tensor.shape)}]");
        var field = tensor.shape[2..].Aggregate(1L, (a, b) => a * b);
        return nn.init.normal_(tensor, 0, gain * Math.Sqrt(2.0 / ((tensor.size(0) + tensor.size(1)) * field)));
    }

    /// <summary>The standard normal distribution function.</summary>
    private static double Below(double x)
    {
        using var y = special.ndtr(torch.tensor(x, dtype: ScalarType.Float64));
        return y.ToDouble();
    }
}
