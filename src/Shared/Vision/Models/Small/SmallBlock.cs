namespace Qiansi.Vision.Models.Small;

/// <summary>
/// Two 3×3 convolutions, with or without the way around them: every second pixel, and zeros for new channels (the paper's option A).
/// </summary>
internal sealed class SmallBlock : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> conv1, bn1, conv2, bn2;
    private readonly long stride, added;
    private readonly bool residual;

    public SmallBlock(long from, long to, long stride, bool residual) : base(nameof(SmallBlock))
    {
        conv1 = Layers.Conv(from, to, 3, stride, 1);
        bn1 = nn.BatchNorm2d(to);
        conv2 = Layers.Conv(to, to, 3, 1, 1);
        bn2 = nn.BatchNorm2d(to);
        (this.stride, added, this.residual) = (stride, to - from, residual);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var y = nn.functional.relu(bn1.call(conv1.call(x)));
        y = bn2.call(conv2.call(y));
        return nn.functional.relu(residual ? y + Around(x) : y);
    }

    private Tensor Around(Tensor x)
    {
        if (stride != 1) x = x.slice(2, 0, x.size(2), stride).slice(3, 0, x.size(3), stride);
        return added == 0 ? x : nn.functional.pad(x, [0, 0, 0, 0, added / 2, added - added / 2]);
    }
}
