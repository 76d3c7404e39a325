namespace Qiansi.Modules;

/// <summary>Settings of <see cref="Adam"/> and <see cref="AdamW"/>.</summary>
public abstract class AdamOptions : OptimizerOptions, optim.IBetas
{
    /// <summary>β₁, decay of the mean of gradients.</summary>
    public double? beta1;

    /// <summary>β₂, decay of the mean of squared gradients.</summary>
    public double? beta2;

    /// <summary>λ: an L2 penalty in Adam, decay of the weights themselves in AdamW.</summary>
    public double? weight_decay;

    /// <summary>ε, added to the root so that nothing is divided by 0.</summary>
    public double? eps;

    /// <summary>Whether the largest mean square so far is used (Reddi et al., 2018).</summary>
    public bool? amsgrad;

    /// <summary>Whether to go uphill, so that the objective grows.</summary>
    public bool? maximize;

    (double, double) optim.IBetas.Betas
    {
        get => (beta1 ?? 0, beta2 ?? 0);
        set => (beta1, beta2) = value;
    }

    internal override void FillFrom(OptimizerOptions defaults)
    {
        base.FillFrom(defaults);
        var d = (AdamOptions)defaults;
        (beta1, beta2, weight_decay, eps) = (beta1 ?? d.beta1, beta2 ?? d.beta2, weight_decay ?? d.weight_decay, eps ?? d.eps);
        (amsgrad, maximize) = (amsgrad ?? d.amsgrad, maximize ?? d.maximize);
    }
}
