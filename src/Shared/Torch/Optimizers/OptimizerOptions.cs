namespace Qiansi.Modules;

/// <summary>The settings of one group of parameters; what is null is taken from the optimizer's own.</summary>
public class OptimizerOptions
{
    /// <summary>The learning rate.</summary>
    public double? LearningRate { get; set; }

    /// <summary>The learning rate that schedules start from; 0 until the first schedule notes it.</summary>
    public double InitialLearningRate { get; set; }

    /// <summary>A copy.</summary>
    public virtual OptimizerOptions Clone() => (OptimizerOptions)MemberwiseClone();

    /// <summary>Takes what is null from the optimizer's own settings.</summary>
    internal virtual void FillFrom(OptimizerOptions defaults) => LearningRate ??= defaults.LearningRate;
}
