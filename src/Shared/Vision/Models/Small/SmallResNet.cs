namespace Qiansi.Vision.Models.Small;

/// <summary>
/// The ResNet of the paper's section 4.2 for small images: 6n + 2 layers of 16, 32 and 64 channels. Its ways around have no weights, so
/// that with or without them it has the same number of parameters.
/// </summary>
public sealed class SmallResNet : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> conv1, bn1, layer1, layer2, layer3, fc;

    internal SmallResNet(int depth, long classes, long channels, long width, bool residual) : base(nameof(SmallResNet))
    {
        if (depth < 8 || depth % 6 != 2)
            throw new ArgumentException($"resnet: a depth is 6n + 2 (8, 14, 20, 32, 44, 56, 110), not {depth}");
        var count = (depth - 2) / 6;
        conv1 = Layers.Conv(channels, width, 3, 1, 1);
        bn1 = nn.BatchNorm2d(width);
        layer1 = Stage(width, width, 1);
        layer2 = Stage(width, 2 * width, 2);
        layer3 = Stage(2 * width, 4 * width, 2);
        fc = nn.Linear(4 * width, classes);
        RegisterComponents();
        Layers.Start(this, nn.init.FanInOut.FanOut);

        nn.Module<Tensor, Tensor> Stage(long from, long to, long stride) =>
            nn.Sequential(
                [.. Enumerable.Range(0, count)
                    .Select(i => (nn.Module<Tensor, Tensor>)new SmallBlock(i == 0 ? from : to, to, i == 0 ? stride : 1, residual))]);
    }

    /// <summary>Logits (N, classes) of images (N, channels, H, W).</summary>
    public override Tensor forward(Tensor x)
    {
        x = nn.functional.relu(bn1.call(conv1.call(x)));
        return fc.call(Layers.Means(layer3.call(layer2.call(layer1.call(x)))));
    }
}
