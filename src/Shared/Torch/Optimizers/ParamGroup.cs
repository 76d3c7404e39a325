using static Qiansi.torch.optim;

namespace Qiansi.Modules;

/// <summary>Parameters that are updated with the same settings.</summary>
public class ParamGroup : ILearningRateController
{
    /// <summary>The parameters.</summary>
    public IEnumerable<Parameter> Parameters { get; set; } = [];

    /// <summary>Their settings.</summary>
    public OptimizerOptions Options { get; set; } = new();

    /// <inheritdoc />
    public double LearningRate
    {
        get => Options.LearningRate ?? throw new InvalidOperationException(
            "this group has no learning rate yet: it gets one when it is added to an optimizer");
        set => Options.LearningRate = value;
    }

    /// <inheritdoc />
    public double InitialLearningRate
    {
        get => Options.InitialLearningRate;
        set => Options.InitialLearningRate = value;
    }
}

/// <summary>Parameters that are updated with the same settings, of one kind of optimizer.</summary>
public class ParamGroup<TOptions> : ParamGroup where TOptions : OptimizerOptions, new()
{
    /// <summary>An empty group.</summary>
    public ParamGroup() => base.Options = new TOptions();

    /// <summary>A group with settings of its own.</summary>
    public ParamGroup(IEnumerable<Parameter> parameters, TOptions? options = null) =>
        (Parameters, base.Options) = ([.. parameters], options ?? new TOptions());

    /// <summary>Their settings.</summary>
    public new TOptions Options
    {
        get => (TOptions)base.Options;
        set => base.Options = value;
    }
}
