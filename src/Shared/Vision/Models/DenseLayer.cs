namespace Qiansi.Vision.Models;

/// <summary>A layer that adds a few channels to all those before it: norm, ReLU, 1×1 (if narrowed), norm, ReLU, 3×3.</summary>
internal sealed class DenseLayer : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> norm1, conv1;
    private readonly nn.Module<Tensor, Tensor>? norm2, conv2;

    /// <param name="narrow">
    /// Channels between the convolutions in growths; 0 leaves out the 1×1 convolution, as in the paper's first nets.
    /// </param>
    public DenseLayer(long from, long growth, long narrow) : base("_DenseLayer")
    {
        norm1 = nn.BatchNorm2d(from);
        if (narrow == 0)
        {
            conv1 = Layers.Conv(from, growth, 3, 1, 1);
        }
        else
        {
            conv1 = Layers.Conv(from, narrow * growth, 1);
            norm2 = nn.BatchNorm2d(narrow * growth);
            conv2 = Layers.Conv(narrow * growth, growth, 3, 1, 1);
        }

        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var y = conv1.call(nn.functional.relu(norm1.call(x)));
        if (norm2 is not null) y = conv2!.call(nn.functional.relu(norm2.call(y)));
        return cat([x, y], 1);
    }
}
