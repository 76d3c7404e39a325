namespace Qiansi.Modules;

/// <summary>Parameters with settings of their own, of <see cref="Adam"/> and <see cref="AdamW"/>.</summary>
/// <typeparam name="TOptions">The optimizer's settings.</typeparam>
public abstract class AdamParamGroup<TOptions> : ParamGroup<TOptions>, optim.IBetas where TOptions : AdamOptions, new()
{
    private protected AdamParamGroup(IEnumerable<Parameter> parameters, TOptions options) : base(parameters, options)
    {
    }

    private protected AdamParamGroup(IEnumerable<Parameter> parameters, double lr, double beta1, double beta2, double eps,
        double weight_decay, bool amsgrad, bool maximize)
        : this(parameters, new TOptions
        {
            LearningRate = lr,
            beta1 = beta1,
            beta2 = beta2,
            eps = eps,
            weight_decay = weight_decay,
            amsgrad = amsgrad,
            maximize = maximize,
        })
    {
    }

    /// <inheritdoc />
    public (double, double) Betas
    {
        get => ((optim.IBetas)Options).Betas;
        set => ((optim.IBetas)Options).Betas = value;
    }
}
