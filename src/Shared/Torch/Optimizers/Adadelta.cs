namespace Qiansi.Modules;

/// <summary>
/// Adadelta (Zeiler, 2012): steps in the units of the weights, from running means of squared gradients and of squared steps.
/// </summary>
/// <remarks>s ← ρs + (1 − ρ)g²; Δ = √(d + ε) / √(s + ε) · g; d ← ρd + (1 − ρ)Δ²; p ← p − ηΔ.</remarks>
public sealed class Adadelta : OptimizerHelper<Adadelta.Options>
{
    internal Adadelta(IEnumerable<Modules.ParamGroup> groups, Options defaults) : base(groups, defaults)
    {
        Require(defaults.rho is >= 0 and <= 1, "rho", defaults.rho);
        Require(defaults.eps is >= 0, "eps", defaults.eps);
    }

    private protected override void Update(Parameter parameter, Tensor gradient, Options options, OptimizerState state)
    {
        var (rho, eps) = (options.rho!.Value, options.eps!.Value);
        gradient = Descent(gradient, parameter, options.maximize!.Value, options.weight_decay!.Value);
        var square = state.Get("square_avg", parameter).mul_(rho).addcmul_(gradient, gradient, 1 - rho);
        var moved = state.Get("acc_delta", parameter);
        var step = moved.add(eps).sqrt_().div_(square.add(eps).sqrt_()).mul_(gradient);
        moved.mul_(rho).addcmul_(step, step, 1 - rho);
        parameter.add_(step, -options.LearningRate!.Value);
    }

    /// <summary>Settings of <see cref="Adadelta"/>.</summary>
    public sealed class Options : OptimizerOptions
    {
        /// <summary>ρ, decay of both means.</summary>
        public double? rho;

        /// <summary>ε, added below both roots.</summary>
        public double? eps;

        /// <summary>λ of the L2 penalty: λ·w is added to the gradient of w; 0 for none.</summary>
        public double? weight_decay;

        /// <summary>Whether to go uphill, so that the objective grows.</summary>
        public bool? maximize;

        internal override void FillFrom(OptimizerOptions defaults)
        {
            base.FillFrom(defaults);
            var d = (Options)defaults;
            (rho, eps, weight_decay, maximize) = (rho ?? d.rho, eps ?? d.eps, weight_decay ?? d.weight_decay, maximize ?? d.maximize);
        }
    }

    /// <summary>Parameters with settings of their own, as a part of a network that learns at another rate.</summary>
    public sealed class ParamGroup : ParamGroup<Options>
    {
        /// <summary>A group with settings; what is null is the optimizer's.</summary>
        public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options)
        {
        }

        /// <summary>A group with all settings given, none of which is taken from the optimizer's.</summary>
        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1, double rho = 0.9, double eps = 1e-6, double weight_decay = 0,
            bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, rho = rho, eps = eps, weight_decay = weight_decay, maximize = maximize })
        {
        }
    }
}
