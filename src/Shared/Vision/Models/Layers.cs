namespace Qiansi.Vision.Models;

/// <summary>What the classic nets are made of, and how their papers start them.</summary>
internal static class Layers
{
    /// <summary>A convolution before a batch norm, which brings the bias.</summary>
    public static nn.Module<Tensor, Tensor> Conv(long from, long to, long kernel, long stride = 1, long padding = 0) =>
        nn.Conv2d(from, to, kernel, stride: stride, padding: padding, bias: false);

    /// <summary>Average over all pixels, (N, C, H, W) to (N, C).</summary>
    public static Tensor Means(Tensor x) => x.mean([2, 3]);

    /// <summary>
    /// He's normal numbers for convolutions, ones and zeros for norms, normal numbers of a deviation for linear layers if one is given.
    /// </summary>
    public static void Start(nn.Module net, nn.init.FanInOut fan, double? linear = null)
    {
        foreach (var module in net.modules())
        {
            switch (module)
            {
                case Modules.Conv2d conv:
                    nn.init.kaiming_normal_(conv.weight, mode: fan, nonlinearity: nn.init.NonlinearityType.ReLU);
                    if (conv.bias is { } bias) nn.init.zeros_(bias);
                    break;
                case Modules.Linear layer when linear is { } deviation:
                    nn.init.normal_(layer.weight, 0, deviation);
                    if (layer.bias is { } shift) nn.init.zeros_(shift);
                    break;
            }
        }
    }
}
