namespace Qiansi.Modules;

/// <summary>Each channel of each sample scaled to mean 0 and variance 1 (Ulyanov et al. 2016).</summary>
public abstract class InstanceNorm : NormBase
{
    private readonly int dimensions;

    private protected InstanceNorm(string name, int dimensions, long num_features, double eps, double? momentum, bool affine,
        bool track_running_stats, ScalarType? dtype)
        : base(name, dimensions - 1, dimensions, num_features, eps, momentum, affine, track_running_stats, dtype) =>
            this.dimensions = dimensions;

    /// <summary>The normalised input.</summary>
    /// <exception cref="ArgumentException">The channels are not num_features.</exception>
    public override Tensor forward(Tensor input)
    {
        CheckDimensions(input);
        if (input.sizes.Length < dimensions) return forward(input.unsqueeze(0)).squeeze(0);
        if (input.sizes[1] != num_features)
            throw new ArgumentException(
                $"{GetType().Name}: input has {input.sizes[1]} channels, layer expects {num_features} (input shape "
                    + $"{Torch.Shapes.Shape.Text(input.sizes)})");
        return nn.functional.instance_norm(input, running_mean, running_var, weight, bias, training || !track_running_stats,
            momentum ?? 0, eps);
    }
}
