using Qiansi.Torch.Kernels;

namespace Qiansi.Modules;

/// <summary>Stochastic gradient descent, with momentum (Polyak, 1964; Nesterov, 1983) as Sutskever et al. (2013) write it.</summary>
/// <remarks>g ← ∇ + λp; b ← μb + (1 − τ)g (the first time b = g); g ← g + μb (Nesterov) or b; p ← p − ηg.</remarks>
public sealed class SGD : OptimizerHelper<SGD.Options>, optim.IMomentum
{
    internal SGD(IEnumerable<Modules.ParamGroup> groups, Options defaults) : base(groups, Checked(defaults))
    {
    }

    /// <summary>The momentum of the first group; setting it sets all.</summary>
    public double Momentum
    {
        get => ((ParamGroup<Options>)Groups[0]).Options.momentum!.Value;
        set
        {
            foreach (var group in Groups) ((Options)group.Options).momentum = value;
        }
    }

    private protected override unsafe void Update(Parameter parameter, Tensor gradient, Options options, OptimizerState state)
    {
        var (rate, momentum, dampening, decay) = (options.LearningRate!.Value, options.momentum!.Value, options.dampening!.Value,
            options.weight_decay!.Value);
        var first = momentum != 0 && state.Find("momentum_buffer") is null;
        if (!options.maximize!.Value && CanFuse(parameter, gradient, state.Find("momentum_buffer")))
        {
            var buffer = momentum == 0 ? null : state.Get("momentum_buffer", parameter);
            if (parameter.type == ScalarType.Float32)
            {
                OptimizerStep.Sgd((float*)parameter.Data, (float*)gradient.Data, buffer is null ? null : (float*)buffer.Data,
                    parameter.count,
                    rate, momentum, dampening, decay, options.nesterov!.Value, first);
            }
            else
            {
                OptimizerStep.Sgd((double*)parameter.Data, (double*)gradient.Data, buffer is null ? null : (double*)buffer.Data,
                    parameter.count,
                    rate, momentum, dampening, decay, options.nesterov!.Value, first);
            }

            parameter.Written();
            GC.KeepAlive(gradient);
            return;
        }

        gradient = Descent(gradient, parameter, options.maximize!.Value, decay);
        if (momentum != 0)
        {
            var buffer = first ? state.Set("momentum_buffer", gradient.clone()) : state.Get("momentum_buffer", parameter).mul_(momentum)
                .add_(gradient, 1 - dampening);
            gradient = options.nesterov!.Value ? gradient.add(buffer, momentum) : buffer;
        }

        parameter.add_(gradient, -rate);
    }

    private static Options Checked(Options o) => o switch
    {
        { momentum: < 0 } => throw new ArgumentException($"SGD: momentum {o.momentum} is out of range; it is at least 0"),
        { nesterov: true } when o.momentum == 0
            || o.dampening != 0 => throw new ArgumentException("SGD: Nesterov momentum needs a momentum above 0 and a dampening of 0"),
        _ => o,
    };

    /// <summary>Settings of <see cref="SGD"/>.</summary>
    public sealed class Options : OptimizerOptions, optim.IMomentum
    {
        /// <summary>μ, the share of the last update that is kept.</summary>
        public double? momentum;

        /// <summary>τ, what is taken off a new gradient that enters the momentum.</summary>
        public double? dampening;

        /// <summary>λ of the L2 penalty: λ·w is added to the gradient of w; 0 for none.</summary>
        public double? weight_decay;

        /// <summary>Whether to look ahead.</summary>
        public bool? nesterov;

        /// <summary>Whether to go uphill, so that the objective grows.</summary>
        public bool? maximize;

        double optim.IMomentum.Momentum
        {
            get => momentum ?? 0;
            set => momentum = value;
        }

        internal override void FillFrom(OptimizerOptions defaults)
        {
            base.FillFrom(defaults);
            var d = (Options)defaults;
            (momentum, dampening, weight_decay) = (momentum ?? d.momentum, dampening ?? d.dampening, weight_decay ?? d.weight_decay);
            (nesterov, maximize) = (nesterov ?? d.nesterov, maximize ?? d.maximize);
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
        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double momentum = 0, double dampening = 0,
            double weight_decay = 0, bool nesterov = false, bool maximize = false)
            : base(parameters, new Options
            {
                LearningRate = lr,
                momentum = momentum,
                dampening = dampening,
                weight_decay = weight_decay,
                nesterov = nesterov,
                maximize = maximize,
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
