using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>The negative log likelihood of counts that follow Poisson's distribution.</summary>
public sealed class PoissonNLLLoss : Loss<Tensor, Tensor, Tensor>
{
    /// <summary>A loss with these settings.</summary>
    public PoissonNLLLoss(bool log_input = true, bool full = false, float eps = 1e-8f, nn.Reduction reduction = nn.Reduction.Mean)
        : base(reduction) =>
        (this.log_input, this.full, this.eps) = (log_input, full, eps);

    /// <summary>Whether the input is ln λ.</summary>
    public bool log_input { get; }

    /// <summary>Whether ln t! is added.</summary>
    public bool full { get; }

    /// <summary>Added to λ before its logarithm.</summary>
    public float eps { get; }

    /// <summary>The loss of an output.</summary>
    public override Tensor forward(Tensor input, Tensor target) =>
        nn.functional.poisson_nll_loss(input, target, log_input, full, eps, reduction);
}
