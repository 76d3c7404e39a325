namespace Qiansi;

/// <summary>A measure of how far a model's output is from what it should be.</summary>
/// <typeparam name="T1">The type of the output, mostly Tensor.</typeparam>
/// <typeparam name="T2">The type of what it should be.</typeparam>
/// <typeparam name="TResult">The type of the loss.</typeparam>
public abstract class Loss<T1, T2, TResult> : nn.Module<T1, T2, TResult>
{
    /// <summary>A loss reduced like this.</summary>
    protected Loss(nn.Reduction reduction = nn.Reduction.Mean) : base(nameof(Loss<,,>)) => this.reduction = reduction;

    /// <summary>What becomes of the losses of single elements.</summary>
    public nn.Reduction reduction { get; }

    /// <inheritdoc/>
    public override string GetName() => GetType().Name;
}
