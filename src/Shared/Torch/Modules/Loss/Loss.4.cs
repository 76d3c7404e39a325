namespace Qiansi;

/// <summary>A measure of how far a model's outputs are from what they should be, of three tensors.</summary>
/// <typeparam name="T1">The type of the first, mostly Tensor.</typeparam>
/// <typeparam name="T2">The type of the second.</typeparam>
/// <typeparam name="T3">The type of the third.</typeparam>
/// <typeparam name="TResult">The type of the loss.</typeparam>
public abstract class Loss<T1, T2, T3, TResult> : nn.Module<T1, T2, T3, TResult>
{
    /// <summary>A loss reduced like this.</summary>
    protected Loss(nn.Reduction reduction = nn.Reduction.Mean) : base(nameof(Loss<,,,>)) => this.reduction = reduction;

    /// <summary>What becomes of the losses of single elements.</summary>
    public nn.Reduction reduction { get; }

    /// <inheritdoc/>
    public override string GetName() => GetType().Name;
}
