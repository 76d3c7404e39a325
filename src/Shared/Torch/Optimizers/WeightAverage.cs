namespace Qiansi.Modules;

/// <summary>
/// An exponential moving average of a model's weights, which usually does better on new data than the weights of the last step (Polyak and
/// Juditsky, 1992).
/// </summary>
/// <remarks>
/// w̄ ← d·w̄ + (1 − d)·w after every step. With warm-up d is at most (1 + t) / (10 + t), so that the first random weights are forgotten
/// soon.
/// </remarks>
public sealed class WeightAverage : IDisposable
{
    private readonly (Tensor Weight, Tensor Average)[] _pairs;
    private readonly double _decay;
    private readonly bool _warmUp;

    /// <summary>Starts from the weights as they are.</summary>
    /// <param name="parameters">The weights, <c>model.parameters()</c>.</param>
    /// <param name="decay">d, 0 … 1.</param>
    /// <param name="warm_up">Whether the first averages forget faster.</param>
    /// <exception cref="ArgumentOutOfRangeException">The decay is not from 0 to 1.</exception>
    public WeightAverage(IEnumerable<Parameter> parameters, double decay = 0.999, bool warm_up = true)
    {
        if (decay is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(decay), decay, "WeightAverage: the decay is from 0 to 1");
        using var _ = no_grad();
        (_decay, _warmUp) = (decay, warm_up);
        _pairs = [.. parameters.Select(p => ((Tensor)p, p.detach().clone().DetachFromDisposeScope()))];
    }

    /// <summary>Averages taken so far.</summary>
    public long steps { get; private set; }

    /// <summary>The averages, in the order of the parameters.</summary>
    public IEnumerable<Tensor> averages => _pairs.Select(p => p.Average);

    /// <summary>Takes the weights of this step into the average.</summary>
    public void update()
    {
        using var _ = no_grad();
        steps++;
        var decay = _warmUp ? Math.Min(_decay, (1.0 + steps) / (10 + steps)) : _decay;
        foreach (var (weight, average) in _pairs)
        {
            using var scope = NewDisposeScope();
            average.mul_(decay).add_(weight, 1 - decay);
        }
    }

    /// <summary>Puts the averages in the place of the weights until the result is disposed.</summary>
    public IDisposable apply()
    {
        Swap();
        return new Restoring(this);
    }

    /// <summary>Frees the averages.</summary>
    public void Dispose()
    {
        foreach (var (_, average) in _pairs) average.Dispose();
    }

    private void Swap()
    {
        using var _ = no_grad();
        foreach (var (weight, average) in _pairs)
        {
            using var scope = NewDisposeScope();
            var kept = weight.clone();
            weight.copy_(average);
            average.copy_(kept);
        }
    }

    private sealed class Restoring(WeightAverage owner) : IDisposable
    {
        private bool _done;

        public void Dispose()
        {
            if (!_done) owner.Swap();
            _done = true;
        }
    }
}
