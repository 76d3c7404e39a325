namespace Qiansi.Vision.Transforms;

/// <summary>A function as a transform.</summary>
internal sealed class Lambda(Func<Tensor, Tensor> function) : torchvision.ITransform
{
    public Tensor call(Tensor input) => function(input);
}
