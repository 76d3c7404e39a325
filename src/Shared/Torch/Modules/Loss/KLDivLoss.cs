using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>Kullback–Leibler divergence of the target from the input.</summary>
public sealed class KLDivLoss : Loss<Tensor, Tensor, Tensor>
{
    /// <summary>A loss with these settings.</summary>
    public KLDivLoss(bool log_target = true, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction) => this.log_target = log_target;

    /// <summary>Whether targets are logarithms of probabilities.</summary>
    public bool log_target { get; }

    /// <summary>The loss of logarithms of probabilities.</summary>
    public override Tensor forward(Tensor input, Tensor target) => nn.functional.kl_div(input, target, log_target, reduction);
}
