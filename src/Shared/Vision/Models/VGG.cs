namespace Qiansi.Vision.Models;

/// <summary>VGG (Simonyan, Zisserman 2014): nothing but 3×3 convolutions, halved five times.</summary>
public sealed class VGG : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> features, avgpool, classifier;

    /// <summary>How many convolutions of each width stand before each halving, by the number of layers with weights.</summary>
    private static readonly Dictionary<int, int[]> Depths = new()
    {
        [11] = [1, 1, 2, 2, 2],
        [13] = [2, 2, 2, 2, 2],
        [16] = [2, 2, 3, 3, 3],
        [19] = [2, 2, 4, 4, 4],
    };

    internal VGG(int layers, bool norms, long classes, double dropout) : base(nameof(VGG))
    {
        features = Features(layers, norms, channels: 3);
        avgpool = nn.AdaptiveAvgPool2d([7, 7]);
        classifier = nn.Sequential(
            nn.Linear(512 * 7 * 7, 4096), nn.ReLU(), nn.Dropout(dropout),
            nn.Linear(4096, 4096), nn.ReLU(), nn.Dropout(dropout),
            nn.Linear(4096, classes));
        RegisterComponents();
        Layers.Start(this, nn.init.FanInOut.FanOut, linear: 0.01);
    }

    /// <summary>Logits (N, classes) of images (N, 3, H, W) from 32×32 on; the paper's are 224×224.</summary>
    public override Tensor forward(Tensor x) => classifier.call(avgpool.call(features.call(x)).flatten(1));

    internal static nn.Module<Tensor, Tensor> Features(int layers, bool norms, long channels, long widest = 512)
    {
        var steps = new List<nn.Module<Tensor, Tensor>>();
        var width = widest / 8;
        foreach (var count in Depths[layers])
        {
            for (var i = 0; i < count; i++)
            {
                steps.Add(nn.Conv2d(channels, width, 3, padding: 1));
                if (norms) steps.Add(nn.BatchNorm2d(width));
                steps.Add(nn.ReLU());
                channels = width;
            }

            steps.Add(nn.MaxPool2d(2, 2));
            width = Math.Min(2 * width, widest);
        }

        return nn.Sequential([.. steps]);
    }
}
