namespace Qiansi.Vision.Transforms;

/// <summary>Transforms one after the other.</summary>
internal sealed class Compose(torchvision.ITransform[] transforms) : torchvision.ITransform
{
    public Tensor call(Tensor input)
    {
        foreach (var transform in transforms) input = transform.call(input);
        return input;
    }
}
