namespace Qiansi.Modules;

/// <summary>What the optimizers of one kind of settings share.</summary>
public abstract class OptimizerHelper<TOptions> : optim.Optimizer where TOptions : OptimizerOptions, new()
{
    private readonly TOptions _defaults;

    private protected OptimizerHelper(IEnumerable<ParamGroup> groups, TOptions defaults)
    {
        _defaults = defaults;
        Require(defaults.LearningRate is >= 0, "learning rate", defaults.LearningRate);
        var any = false;
        foreach (var group in groups)
        {
            any = true;
            add_param_group(group);
        }

        if (!any) throw new ArgumentException($"{Name}: there are no parameters to optimize; pass model.parameters()");
    }

    /// <inheritdoc />
    public override void add_param_group(ParamGroup param_group)
    {
        if (param_group.Options is not TOptions)
        {
            if (param_group.Options.GetType() != typeof(OptimizerOptions))
                throw new ArgumentException(
                    $"{Name}: a group has settings of {param_group.Options.GetType().DeclaringType?.Name}; make it as {Name}.ParamGroup");
            param_group.Options = new TOptions
            {
                LearningRate = param_group.Options.LearningRate,
                InitialLearningRate = param_group.Options.InitialLearningRate,
            };
        }

        param_group.Options.FillFrom(_defaults);
        base.add_param_group(param_group);
    }

    /// <summary>The parameters as one group with the optimizer's own settings.</summary>
    private protected static ParamGroup[] One(IEnumerable<Parameter> parameters) => [new ParamGroup<TOptions>(parameters)];

    /// <inheritdoc />
    protected sealed override void Update(Parameter parameter, Tensor gradient, OptimizerOptions options, OptimizerState state) =>
        Update(parameter, gradient, (TOptions)options, state);

    /// <summary>Updates one parameter.</summary>
    private protected abstract void Update(Parameter parameter, Tensor gradient, TOptions options, OptimizerState state);

    /// <summary>Refuses a setting out of its range.</summary>
    private protected void Require(bool isRight, string setting, object? value)
    {
        if (!isRight) throw new ArgumentException($"{Name}: {setting} {value} is out of range");
    }

    /// <summary>Whether the pass over all elements at once can be taken: real numbers that lie contiguously.</summary>
    private protected static bool CanFuse(Tensor parameter, params ReadOnlySpan<Tensor?> others)
    {
        if (parameter.type is not (ScalarType.Float32 or ScalarType.Float64) || !parameter.rowMajor) return false;
        foreach (var other in others)
        {
            if (other is not null && (!other.rowMajor || other.type != parameter.type)) return false;
        }

        return true;
    }

    /// <summary>The gradient to follow: of the negated objective when it is maximized, with the weights' decay.</summary>
    private protected static Tensor Descent(Tensor gradient, Parameter parameter, bool maximize, double weightDecay)
    {
        if (maximize) gradient = gradient.neg();
        return weightDecay != 0 ? gradient.add(parameter, weightDecay) : gradient;
    }
}
