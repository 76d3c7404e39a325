namespace Qiansi.Modules;

/// <summary>Resilient backpropagation (Riedmiller and Braun, 1993): each weight has a step of its own, and only the sign of its gradient
/// counts. For whole data sets, not batches.</summary>
/// <remarks>The step grows by η⁺ while the sign stays and shrinks by η⁻ when it changes; after a change the weight rests for one
/// update.</remarks>
public sealed class Rprop : OptimizerHelper<Rprop.Options>
{
    internal Rprop(IEnumerable<Modules.ParamGroup> groups, Options defaults) : base(groups, defaults)
    {
        Require(defaults.etaminus is > 0 and < 1, "etaminus", defaults.etaminus);
        Require(defaults.etaplus is > 1, "etaplus", defaults.etaplus);
    }

    private protected override void Update(Parameter parameter, Tensor gradient, Options options, OptimizerState state)
    {
        gradient = Descent(gradient, parameter, options.maximize!.Value, weightDecay: 0);
        var previous = state.Get("prev", parameter);
        var step = state.Get("step_size", parameter, options.LearningRate!.Value);
        var product = gradient * previous;
        var factor = where(product > 0, options.etaplus!.Value, where(product < 0, options.etaminus!.Value, ones_like(product)));
        step.mul_(factor).clamp_(options.min_step!.Value, options.max_step!.Value);
        var counted = where(product < 0, 0.0, gradient);
        parameter.addcmul_(counted.sign(), step, -1);
        previous.copy_(counted);
    }

    /// <summary>Settings of <see cref="Rprop"/>.</summary>
    public sealed class Options : OptimizerOptions
    {
        /// <summary>Whether the objective is to grow.</summary>
        public bool? maximize;

        /// <summary>η⁻, by which a step shrinks when the sign changes, between 0 and 1.</summary>
        public double? etaminus;

        /// <summary>η⁺, by which a step grows while the sign stays, above 1.</summary>
        public double? etaplus;

        /// <summary>The smallest step.</summary>
        public double? min_step;

        /// <summary>The largest step.</summary>
        public double? max_step;

        internal override void FillFrom(OptimizerOptions defaults)
        {
            base.FillFrom(defaults);
            var d = (Options)defaults;
            (maximize, etaminus, etaplus) = (maximize ?? d.maximize, etaminus ?? d.etaminus, etaplus ?? d.etaplus);
            (min_step, max_step) = (min_step ?? d.min_step, max_step ?? d.max_step);
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
        public ParamGroup(
            IEnumerable<Parameter> parameters, double lr = 0.01, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6,
            double max_step = 50,
            bool maximize = false)
            : base(parameters, Settings(lr, etaminus, etaplus, min_step, max_step, maximize))
        {
        }
    }

    internal static Options Settings(double lr, double etaminus, double etaplus, double min_step, double max_step, bool maximize) => new()
    {
        LearningRate = lr,
        etaminus = etaminus,
        etaplus = etaplus,
        min_step = min_step,
        max_step = max_step,
        maximize = maximize,
    };
}
