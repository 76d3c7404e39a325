namespace Qiansi.Modules;

/// <summary>Adagrad (Duchi, Hazan and Singer, 2011): rates shrink with the sum of all squared gradients so far.</summary>
/// <remarks>s ← s + g²; p ← p − η / (1 + (t − 1)·δ) · g / (√s + ε). The sum only grows: in long runs the steps die away.</remarks>
public sealed class Adagrad : OptimizerHelper<Adagrad.Options>
{
    internal Adagrad(IEnumerable<Modules.ParamGroup> groups, Options defaults) : base(groups, defaults)
    {
        Require(defaults.lr_decay is >= 0, "lr_decay", defaults.lr_decay);
        Require(defaults.initial_accumulator_value is >= 0, "initial_accumulator_value", defaults.initial_accumulator_value);
        Require(defaults.eps is >= 0, "eps", defaults.eps);
    }

    private protected override void Update(Parameter parameter, Tensor gradient, Options options, OptimizerState state)
    {
        gradient = Descent(gradient, parameter, maximize: false, options.weight_decay!.Value);
        var sum = state.Get("sum", parameter, options.initial_accumulator_value!.Value);
        sum.addcmul_(gradient, gradient, 1);
        parameter.addcdiv_(gradient, sum.sqrt().add_(options.eps!.Value),
            -options.LearningRate!.Value / (1 + ((state.step - 1) * options.lr_decay!.Value)));
    }

    /// <summary>Settings of <see cref="Adagrad"/>.</summary>
    public sealed class Options : OptimizerOptions
    {
        /// <summary>δ, how the rate falls with the number of steps.</summary>
        public double? lr_decay;

        /// <summary>What the sum of squares starts from.</summary>
        public double? initial_accumulator_value;

        /// <summary>ε, added to the root so that nothing is divided by 0.</summary>
        public double? eps;

        /// <summary>λ of the L2 penalty: λ·w is added to the gradient of w; 0 for none.</summary>
        public double? weight_decay;

        internal override void FillFrom(OptimizerOptions defaults)
        {
            base.FillFrom(defaults);
            var d = (Options)defaults;
            (lr_decay, initial_accumulator_value) = (lr_decay ?? d.lr_decay, initial_accumulator_value ?? d.initial_accumulator_value);
            (eps, weight_decay) = (eps ?? d.eps, weight_decay ?? d.weight_decay);
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
        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 0.01, double lr_decay = 0, double weight_decay = 0,
            double initial_accumulator_value = 0, double eps = 1e-10)
            : base(parameters, new Options
            {
                LearningRate = lr,
                lr_decay = lr_decay,
                weight_decay = weight_decay,
                initial_accumulator_value = initial_accumulator_value,
                eps = eps,
            })
        {
        }
    }
}
