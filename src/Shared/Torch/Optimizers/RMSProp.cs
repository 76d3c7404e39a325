namespace Qiansi.Modules;

/// <summary>RMSprop (Hinton's lecture 6, 2012): Adagrad's sum of squares as a running mean, so that steps do not die away.</summary>
/// <remarks>
/// s ← αs + (1 − α)g²; p ← p − η·g / (√s + ε); centred, s is less the square of the mean gradient; with momentum, steps accumulate.
/// </remarks>
public sealed class RMSProp : OptimizerHelper<RMSProp.Options>, optim.IMomentum
{
    internal RMSProp(IEnumerable<Modules.ParamGroup> groups, Options defaults) : base(groups, defaults)
    {
        Require(defaults.alpha is >= 0, "alpha", defaults.alpha);
        Require(defaults.eps is >= 0, "eps", defaults.eps);
        Require(defaults.momentum is >= 0, "momentum", defaults.momentum);
    }

    /// <summary>The momentum of the first group; setting it sets all.</summary>
    public double Momentum
    {
        get => ((optim.IMomentum)Groups[0].Options).Momentum;
        set
        {
            foreach (var group in Groups) ((optim.IMomentum)group.Options).Momentum = value;
        }
    }

    private protected override void Update(Parameter parameter, Tensor gradient, Options options, OptimizerState state)
    {
        var (rate, alpha, momentum) = (options.LearningRate!.Value, options.alpha!.Value, options.momentum!.Value);
        gradient = Descent(gradient, parameter, options.maximize!.Value, options.weight_decay!.Value);
        var square = state.Get("square_avg", parameter).mul_(alpha).addcmul_(gradient, gradient, 1 - alpha);
        var spread = square;
        if (options.centered!.Value)
        {
            var mean = state.Get("grad_avg", parameter).mul_(alpha).add_(gradient, 1 - alpha);
            spread = square.addcmul(mean, mean, -1);
        }

        var root = spread.sqrt().add_(options.eps!.Value);
        if (momentum > 0) parameter.add_(state.Get("momentum_buffer", parameter).mul_(momentum).addcdiv_(gradient, root, 1), -rate);
        else parameter.addcdiv_(gradient, root, -rate);
    }

    /// <summary>Settings of <see cref="RMSProp"/>.</summary>
    public sealed class Options : OptimizerOptions, optim.IMomentum
    {
        /// <summary>Whether to go uphill, so that the objective grows.</summary>
        public bool? maximize;

        /// <summary>The share of the last update that is kept.</summary>
        public double? momentum;

        /// <summary>α, decay of the mean of squared gradients.</summary>
        public double? alpha;

        /// <summary>ε, added to the root so that nothing is divided by 0.</summary>
        public double? eps;

        /// <summary>λ of the L2 penalty: λ·w is added to the gradient of w; 0 for none.</summary>
        public double? weight_decay;

        /// <summary>Whether the variance is used instead of the mean square.</summary>
        public bool? centered;

        double optim.IMomentum.Momentum
        {
            get => momentum ?? 0;
            set => momentum = value;
        }

        internal override void FillFrom(OptimizerOptions defaults)
        {
            base.FillFrom(defaults);
            var d = (Options)defaults;
            (momentum, alpha, eps, weight_decay) = (momentum ?? d.momentum, alpha ?? d.alpha, eps ?? d.eps, weight_decay ?? d.weight_decay);
            (centered, maximize) = (centered ?? d.centered, maximize ?? d.maximize);
        }
    }

    /// <summary>Parameters with settings of their own, as a part of a network that learns at another rate.</summary>
    public sealed class ParamGroup : ParamGroup<Options>, optim.IMomentum
    {
        /// <summary>A group with settings; what is null is the optimizer's.</summary>
        public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options)
        {
        }

        /// <summary>A group with all settings given, none of which is taken from the optimizer's.</summary>
        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double eps = 1e-8, double alpha = 0.99,
            double weight_decay = 0, double momentum = 0, bool centered = false)
            : base(parameters, new Options
            {
                LearningRate = lr,
                eps = eps,
                alpha = alpha,
                weight_decay = weight_decay,
                momentum = momentum,
                centered = centered,
            })
        {
        }

        /// <inheritdoc />
        public double Momentum
        {
            get => Options.momentum ?? 0;
            set => Options.momentum = value;
        }
    }
}
