namespace Qiansi.Vision.Models;

/// <summary>Two 3×3 convolutions and the way around them.</summary>
internal sealed class BasicBlock : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> conv1, bn1, conv2, bn2;
    private readonly nn.Module<Tensor, Tensor>? downsample;

    public BasicBlock(long from, long width, long stride, nn.Module<Tensor, Tensor>? downsample) : base(nameof(BasicBlock))
    {
        conv1 = Layers.Conv(from, width, 3, stride, 1);
        bn1 = nn.BatchNorm2d(width);
        conv2 = Layers.Conv(width, width, 3, 1, 1);
        bn2 = nn.BatchNorm2d(width);
        this.downsample = downsample;
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var y = nn.functional.relu(bn1.call(conv1.call(x)));
        y = bn2.call(conv2.call(y));
        return nn.functional.relu(y + (downsample?.call(x) ?? x));
    }
}
