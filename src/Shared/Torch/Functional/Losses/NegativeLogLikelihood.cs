namespace Qiansi.Torch.Functional;

/// <summary>
/// −w·l of the right classes' logarithms of probabilities l; with smoothing s, (1 − s) of it and s/C of all classes' sum
/// (Szegedy et al. 2015).
/// </summary>
internal static class NegativeLogLikelihood
{
    /// <summary>Targets that are ignored count neither in the sum nor in what a mean divides by, the sum of the targets' weights.</summary>
    /// <param name="logs">(N, C), (N, C, d₁, …) or (C).</param>
    public static Tensor Of(Tensor logs, Tensor target, Tensor? weight, nn.Reduction reduction, long ignored, double smoothing = 0)
    {
        var classes = logs.sizes.Length == 1 ? 0 : 1;
        var missing = target == ignored;
        var weights = WeightsOf(target, weight, missing, logs.type);
        var chosen = logs.gather(classes, target.masked_fill(missing, 0).unsqueeze(classes)).squeeze(classes);
        var loss = chosen.neg().masked_fill(missing, 0) * weights;
        if (smoothing != 0)
        {
            var all = (weight is null ? logs : logs * AlongClasses(weight, logs, classes)).sum(classes).neg().masked_fill(missing, 0);
            loss = (loss * (1 - smoothing)) + (all * (smoothing / logs.sizes[classes]));
        }
        return reduction switch
        {
            nn.Reduction.None => loss,
            nn.Reduction.Sum => loss.sum(),
            _ => loss.sum() / weights.sum(),
        };
    }

    public static Tensor AlongClasses(Tensor weight, Tensor like, int classes)
    {
        var shape = new long[like.sizes.Length];
        Array.Fill(shape, 1);
        shape[classes] = -1;
        return weight.reshape(shape);
    }

    private static Tensor WeightsOf(Tensor target, Tensor? weight, Tensor missing, ScalarType type)
    {
        if (weight is null) return ones(target.sizes, type).masked_fill(missing, 0);
        return weight.index_select(0, target.masked_fill(missing, 0).reshape(-1)).reshape(target.sizes).masked_fill(missing, 0);
    }
}
