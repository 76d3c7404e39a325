using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>The negative logarithm of the probability given to the right class.</summary>
public sealed class NLLLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    /// <summary>A loss with these settings.</summary>
    public NLLLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean, long ignore_index = -100) : base(weight, reduction) => this.ignore_index = ignore_index;

    /// <summary>A target that does not count.</summary>
    public long ignore_index { get; }

    /// <summary>The loss of logarithms of probabilities, (N, C), and classes, (N).</summary>
    public override Tensor forward(Tensor input, Tensor target) => nn.functional.nll_loss(input, target, weight, reduction, ignore_index);
}
