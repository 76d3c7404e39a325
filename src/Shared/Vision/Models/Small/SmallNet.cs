namespace Qiansi.Vision.Models.Small;

/// <summary>A classic's features on small images, averaged over all pixels, and one linear layer.</summary>
public sealed class SmallNet : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> features, classifier;

    internal SmallNet(string name, nn.Module<Tensor, Tensor> features, long width, long classes) : base(name)
    {
        this.features = features;
        classifier = nn.Linear(width, classes);
        RegisterComponents();
        Layers.Start(this, nn.init.FanInOut.FanOut);
    }

    /// <summary>Logits (N, classes) of images (N, channels, H, W).</summary>
    public override Tensor forward(Tensor x) => classifier.call(Layers.Means(features.call(x)));
}
