namespace Qiansi.Vision.Models;

/// <summary>
/// Four views of one input side by side: 1×1, 3×3, a larger one and the pooled input, each narrowed by 1×1 first; their channels are
/// joined.
/// </summary>
/// <remarks>The larger view is 3×3 here as in torchvision, whose weights have this shape; the paper has 5×5.</remarks>
internal sealed class Inception : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> branch1, branch2, branch3, branch4;

    public Inception(long from, long one, long narrow3, long three, long narrow5, long five, long pooled) : base(nameof(Inception))
    {
        branch1 = new BasicConv2d(from, one, 1);
        branch2 = nn.Sequential(new BasicConv2d(from, narrow3, 1), new BasicConv2d(narrow3, three, 3, padding: 1));
        branch3 = nn.Sequential(new BasicConv2d(from, narrow5, 1), new BasicConv2d(narrow5, five, 3, padding: 1));
        branch4 = nn.Sequential(nn.MaxPool2d(3, stride: 1, padding: 1, ceil_mode: true), new BasicConv2d(from, pooled, 1));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => cat([branch1.call(x), branch2.call(x), branch3.call(x), branch4.call(x)], 1);
}
