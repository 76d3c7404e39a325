namespace Qiansi.Modules;

/// <summary>
/// Each channel scaled to mean 0 and variance 1: those of the batch while training, the running ones in use (Ioffe and Szegedy 2015).
/// </summary>
public abstract class BatchNorm : NormBase
{
    private protected BatchNorm(string name, int least, int most, long num_features, double eps, double? momentum, bool affine,
        bool track_running_stats, ScalarType? dtype)
        : base(name, least, most, num_features, eps, momentum, affine, track_running_stats, dtype)
    {
    }

    /// <summary>The normalised input.</summary>
    /// <exception cref="ArgumentException">The channels are not num_features, or there is one value a channel while training.</exception>
    public override Tensor forward(Tensor input)
    {
        CheckDimensions(input);
        if (input.sizes[1] != num_features)
            throw new ArgumentException(
                $"{GetType().Name}: input has {input.sizes[1]} channels, layer expects {num_features} (input shape "
                    + $"{Torch.Shapes.Shape.Text(input.sizes)})");
        var factor = momentum ?? 0;
        if (training && num_batches_tracked is { } seen)
        {
            using (no_grad()) seen.add_(1);
            if (momentum is null) factor = 1.0 / seen.ToInt64();
        }
        var fromBatch = training || running_mean is null;
        var keeps = training && track_running_stats;
        return nn.functional.batch_norm(input, !fromBatch || keeps ? running_mean : null, !fromBatch || keeps ? running_var : null, weight,
            bias, fromBatch, factor, eps);
    }
}
