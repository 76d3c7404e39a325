namespace Qiansi.Modules;

/// <summary>
/// AdamW (Loshchilov and Hutter, 2019): Adam whose weights decay by themselves, p ← p·(1 − ηλ), instead of through the gradient.
/// </summary>
public sealed class AdamW : AdamFamily<AdamW.Options>
{
    internal AdamW(IEnumerable<Modules.ParamGroup> groups, Options defaults) : base(groups, defaults, decoupled: true)
    {
    }

    /// <summary>Settings of <see cref="AdamW"/>.</summary>
    public sealed class Options : AdamOptions;

    /// <summary>Parameters with settings of their own, as a part of a network that learns at another rate.</summary>
    public sealed class ParamGroup : AdamParamGroup<Options>
    {
        /// <summary>A group with settings; what is null is the optimizer's.</summary>
        public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options)
        {
        }

        /// <summary>A group with all settings given, none of which is taken from the optimizer's.</summary>
        public ParamGroup(
            IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
            double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            : base(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
        {
        }
    }
}
