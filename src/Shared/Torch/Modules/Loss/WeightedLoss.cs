namespace Qiansi;

/// <summary>A loss in which elements or classes count differently.</summary>
/// <typeparam name="T1">The type of the output, mostly Tensor.</typeparam>
/// <typeparam name="T2">The type of what it should be.</typeparam>
/// <typeparam name="TResult">The type of the loss.</typeparam>
public abstract class WeightedLoss<T1, T2, TResult> : Loss<T1, T2, TResult>
{
    /// <summary>A loss with these weights, reduced like this.</summary>
    protected WeightedLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction)
    {
        this.weight = weight;
        if (weight is not null) register_buffer("weight", weight);
    }

    /// <summary>How much each element or class counts; null: all alike.</summary>
    public Tensor? weight { get; }
}
