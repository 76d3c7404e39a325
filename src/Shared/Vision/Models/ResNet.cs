namespace Qiansi.Vision.Models;

/// <summary>ResNet (He, Zhang, Ren, Sun 2015): blocks that learn what to add to their input.</summary>
public sealed class ResNet : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> conv1, bn1, maxpool, layer1, layer2, layer3, layer4, fc;

    internal ResNet(bool bottleneck, int[] blocks, long classes) : base(nameof(ResNet))
    {
        var expansion = bottleneck ? Bottleneck.Expansion : 1;
        conv1 = Layers.Conv(3, 64, 7, 2, 3);
        bn1 = nn.BatchNorm2d(64);
        maxpool = nn.MaxPool2d(3, 2, padding: 1);
        layer1 = Stage(bottleneck, 64, 64, blocks[0], 1);
        layer2 = Stage(bottleneck, 64 * expansion, 128, blocks[1], 2);
        layer3 = Stage(bottleneck, 128 * expansion, 256, blocks[2], 2);
        layer4 = Stage(bottleneck, 256 * expansion, 512, blocks[3], 2);
        fc = nn.Linear(512 * expansion, classes);
        RegisterComponents();
        Layers.Start(this, nn.init.FanInOut.FanOut);
    }

    /// <summary>Logits (N, classes) of images (N, 3, H, W); the paper's are 224×224.</summary>
    public override Tensor forward(Tensor x)
    {
        x = maxpool.call(nn.functional.relu(bn1.call(conv1.call(x))));                    // (N, 64, 56, 56)
        x = layer4.call(layer3.call(layer2.call(layer1.call(x))));                        // (N, 512·e, 7, 7)
        return fc.call(Layers.Means(x));
    }

    private static nn.Module<Tensor, Tensor> Stage(bool bottleneck, long from, long width, int count, long stride)
    {
        var to = width * (bottleneck ? Bottleneck.Expansion : 1);
        var around = stride != 1 || from != to ? nn.Sequential(Layers.Conv(from, to, 1, stride), nn.BatchNorm2d(to)) : null;
        var blocks = new nn.Module<Tensor, Tensor>[count];
        for (var i = 0; i < count; i++)
            blocks[i] = bottleneck ? new Bottleneck(i == 0 ? from : to, width, i == 0 ? stride : 1,
                i == 0 ? around : null) : new BasicBlock(i == 0 ? from : to, width, i == 0 ? stride : 1, i == 0 ? around : null);
        return nn.Sequential(blocks);
    }
}
