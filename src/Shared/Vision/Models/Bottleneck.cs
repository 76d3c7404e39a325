namespace Qiansi.Vision.Models;

/// <summary>
/// Narrowed by 1×1, 3×3, widened fourfold by 1×1, and the way around. The stride is in the 3×3 convolution, as in torchvision (ResNet
/// v1.5).
/// </summary>
internal sealed class Bottleneck : nn.Module<Tensor, Tensor>
{
    public const int Expansion = 4;

    private readonly nn.Module<Tensor, Tensor> conv1, bn1, conv2, bn2, conv3, bn3;
    private readonly nn.Module<Tensor, Tensor>? downsample;

    public Bottleneck(long from, long width, long stride, nn.Module<Tensor, Tensor>? downsample) : base(nameof(Bottleneck))
    {
        conv1 = Layers.Conv(from, width, 1);
        bn1 = nn.BatchNorm2d(width);
        conv2 = Layers.Conv(width, width, 3, stride, 1);
        bn2 = nn.BatchNorm2d(width);
        conv3 = Layers.Conv(width, width * Expansion, 1);
        bn3 = nn.BatchNorm2d(width * Expansion);
        this.downsample = downsample;
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var y = nn.functional.relu(bn1.call(conv1.call(x)));
        y = nn.functional.relu(bn2.call(conv2.call(y)));
        y = bn3.call(conv3.call(y));
        return nn.functional.relu(y + (downsample?.call(x) ?? x));
    }
}
