namespace Qiansi.Torch.Autograd;

/// <summary>
/// An operation calculated in one piece by a fast kernel, and its gradients too, where a chain of simple operations says the same readably.
/// </summary>
/// <remarks>
/// The chain, <see cref="Reference"/>, is what the kernel is tested against, what numbers the kernel does not take are calculated by,
/// and what is differentiated when the gradient itself is to be differentiated (create_graph).
/// </remarks>
internal abstract class FusedNode : Node
{
    private readonly Saved[] inputs;

    private protected FusedNode(params ReadOnlySpan<Tensor?> inputs) : base(inputs)
    {
        this.inputs = new Saved[inputs.Length];
        for (var i = 0; i < inputs.Length; i++) this.inputs[i] = new Saved(inputs[i]);
    }

    /// <summary>An input as it was; null when it was not given.</summary>
    protected Tensor? Input(int index) => inputs[index].IsNull ? null : inputs[index].Value;

    /// <summary>The operation as a chain of differentiable ones.</summary>
    protected abstract Tensor Reference(Tensor?[] inputs);

    /// <summary>
    /// The gradients of the inputs for which <see cref="Node.Needs(int)"/> holds, in one piece. Called with recording off.
    /// </summary>
    protected abstract void Gradient(Tensor grad, Tensor?[] result);

    protected internal override void Backward(Tensor?[] grads, Tensor?[] result)
    {
        if (grads[0] is not { } grad) return;
        if (GradMode.Enabled) Differentiate(grad, result);
        else Gradient(grad, result);
    }

    private void Differentiate(Tensor grad, Tensor?[] result)
    {
        // Views stand for the inputs, so that a tensor given twice gets each of its gradients apart.
        var places = new Tensor?[inputs.Length];
        var wanted = new List<Tensor>();
        var indices = new List<int>();
        for (var i = 0; i < places.Length; i++)
        {
            if (Input(i) is not { } input) continue;
            places[i] = Needs(i) ? input.view_as(input) : input;
            if (!Needs(i)) continue;
            wanted.Add(places[i]!);
            indices.Add(i);
        }
        var gradients = autograd.grad([Reference(places)], wanted, [grad], create_graph: true, allow_unused: true);
        for (var i = 0; i < indices.Count; i++) result[indices[i]] = gradients[i];
    }

    protected internal override void Release()
    {
        for (var i = 0; i < inputs.Length; i++) inputs[i].Release();
    }
}
