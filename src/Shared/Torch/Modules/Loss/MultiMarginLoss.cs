using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>The hinge loss of several classes.</summary>
public sealed class MultiMarginLoss : Loss<Tensor, Tensor, Tensor>
{
    /// <summary>A loss with these settings.</summary>
    public MultiMarginLoss(int p = 1, double margin = 1.0, Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean)
        : base(reduction) =>
        (this.p, this.margin, this.weight) = (p, margin, weight);

    /// <summary>The power, 1 or 2.</summary>
    public int p { get; }

    /// <summary>By how much the right class is to be ahead.</summary>
    public double margin { get; }

    /// <summary>A factor for each class.</summary>
    public Tensor? weight { get; }

    /// <summary>The loss of an output.</summary>
    public override Tensor forward(Tensor input, Tensor target) =>
        nn.functional.multi_margin_loss(input, target, p, margin, weight, reduction);
}
