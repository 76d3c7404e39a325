using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>The negative log likelihood of numbers that are normally distributed.</summary>
public sealed class GaussianNLLLoss : Loss<Tensor, Tensor, Tensor, Tensor>
{
    /// <summary>A loss with these settings.</summary>
    public GaussianNLLLoss(bool full = false, float eps = 1e-6f, nn.Reduction reduction = nn.Reduction.Mean)
        : base(reduction) =>
        (this.full, this.eps) = (full, eps);

    /// <summary>Whether ½ ln 2π is added.</summary>
    public bool full { get; }

    /// <summary>What the variance is at least.</summary>
    public float eps { get; }

    /// <summary>The loss of an output.</summary>
    public override Tensor forward(Tensor input, Tensor target, Tensor variance) =>
        nn.functional.gaussian_nll_loss(input, target, variance, full, eps, reduction);
}
