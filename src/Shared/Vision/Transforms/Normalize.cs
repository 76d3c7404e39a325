namespace Qiansi.Vision.Transforms;

/// <summary>(x − mean) / deviation, for each channel.</summary>
internal sealed class Normalize : torchvision.ITransform
{
    private readonly Tensor _means, _deviations;

    public Normalize(double[] means, double[] deviations)
    {
        if (means.Length != deviations.Length)
            throw new ArgumentException($"Normalize: there are {means.Length} means, but {deviations.Length} deviations");
        if (deviations.Contains(0))
            throw new ArgumentException(
                $"Normalize: the deviation of channel {Array.IndexOf(deviations, 0)} is 0, by which nothing can be divided");
        _means = tensor(means, [means.Length, 1, 1]);
        _deviations = tensor(deviations, [means.Length, 1, 1]);
    }

    public Tensor call(Tensor input)
    {
        if (input.dim() < 3 || input.size(-3) != _means.size(0))
            throw new ArgumentException(
                $"Normalize: means of {_means.size(0)} channels were given; the picture has the shape [{string.Join(", ", input.shape)}] "
                    + "(channels first)");
        return (input - _means.to(input.dtype)) / _deviations.to(input.dtype);
    }
}
