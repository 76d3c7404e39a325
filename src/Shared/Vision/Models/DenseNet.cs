
namespace Qiansi.Vision.Models;

/// <summary>
/// DenseNet (Huang, Liu, van der Maaten, Weinberger 2016): each layer sees the outputs of all layers before it in its block.
/// </summary>
public sealed class DenseNet : nn.Module<Tensor, Tensor>
{
    private readonly Sequential features;
    private readonly nn.Module<Tensor, Tensor> classifier;

    internal DenseNet(long growth, int[] blocks, long first, long classes) : base(nameof(DenseNet))
    {
        features = nn.Sequential(("conv0", Layers.Conv(3, first, 7, 2, 3)), ("norm0", nn.BatchNorm2d(first)), ("relu0", nn.ReLU()),
            ("pool0", nn.MaxPool2d(3, 2, padding: 1)));
        var width = AddBlocks(features, blocks, first, growth, narrow: 4, shrink: 2);
        classifier = nn.Linear(width, classes);
        RegisterComponents();
        Layers.Start(this, nn.init.FanInOut.FanIn);
    }

    /// <summary>Logits (N, classes) of images (N, 3, H, W); the paper's are 224×224.</summary>
    public override Tensor forward(Tensor x) => classifier.call(Layers.Means(nn.functional.relu(features.call(x))));

    /// <summary>Dense blocks with transitions between them and a norm behind.</summary>
    /// <returns>The channels at the end.</returns>
    internal static long AddBlocks(Sequential features, int[] blocks, long width, long growth, long narrow, long shrink)
    {
        for (var b = 0; b < blocks.Length; b++)
        {
            var from = width;
            features.append($"denseblock{b + 1}",
                nn.Sequential(
                    [.. Enumerable.Range(0, blocks[b]).Select(
                        i => ($"denselayer{i + 1}", (nn.Module<Tensor, Tensor>)new DenseLayer(from + i * growth, growth, narrow)))]));
            width += blocks[b] * growth;
            if (b == blocks.Length - 1) break;
            features.append($"transition{b + 1}",
                nn.Sequential(("norm", nn.BatchNorm2d(width)), ("relu", nn.ReLU()), ("conv", Layers.Conv(width, width / shrink, 1)),
                    ("pool", nn.AvgPool2d(2, 2))));
            width /= shrink;
        }

        features.append($"norm{blocks.Length + 1}", nn.BatchNorm2d(width));
        return width;
    }
}
