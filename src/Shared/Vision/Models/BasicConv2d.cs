namespace Qiansi.Vision.Models;

/// <summary>Convolution, batch norm, ReLU.</summary>
internal sealed class BasicConv2d : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> conv, bn;

    public BasicConv2d(long from, long to, long kernel, long stride = 1, long padding = 0) : base(nameof(BasicConv2d))
    {
        conv = Layers.Conv(from, to, kernel, stride, padding);
        bn = nn.BatchNorm2d(to, eps: 0.001);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => nn.functional.relu(bn.call(conv.call(x)));
}
