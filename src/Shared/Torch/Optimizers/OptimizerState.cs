namespace Qiansi.Modules;

/// <summary>What an optimizer remembers of one parameter from step to step.</summary>
public sealed class OptimizerState
{
    private readonly Dictionary<string, Tensor> _tensors = [];

    /// <summary>Steps made so far.</summary>
    public long step { get; set; }

    /// <summary>The tensors by PyTorch's names: <c>exp_avg</c>, <c>momentum_buffer</c>; all of the parameter's shape.</summary>
    public IReadOnlyDictionary<string, Tensor> Tensors => _tensors;

    /// <summary>A copy that later steps do not change.</summary>
    public OptimizerState Clone()
    {
        var copy = new OptimizerState { step = step };
        foreach (var (name, tensor) in _tensors) copy._tensors[name] = Keep(tensor.clone());
        return copy;
    }

    /// <summary>The tensor of a name; made, filled with a value, when it is asked for the first time.</summary>
    internal Tensor Get(string name, Tensor parameter, double value = 0) =>
        _tensors.TryGetValue(name, out var tensor) ? tensor : Set(name, full_like(parameter, value));

    /// <summary>The tensor of a name, or null.</summary>
    internal Tensor? Find(string name) => _tensors.GetValueOrDefault(name);

    /// <summary>Remembers a tensor.</summary>
    internal Tensor Set(string name, Tensor tensor) => _tensors[name] = Keep(tensor);

    internal void Dispose()
    {
        foreach (var tensor in _tensors.Values) tensor.Dispose();
        _tensors.Clear();
    }

    // What an optimizer remembers outlives the dispose scope of the step that made it.
    private static Tensor Keep(Tensor tensor) => tensor.DetachFromDisposeScope();
}
