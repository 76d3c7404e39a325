namespace Qiansi.Torch.Autograd;

/// <summary>An operation in the graph of gradients: it knows how a gradient of its outputs becomes gradients of its inputs.</summary>
/// <remarks>
/// A class for an operation stands beside the operation, is named as PyTorch names it (that is the name shown), keeps what it needs as
/// <c>Saved</c> and says in <see cref="Backward(int, Tensor)"/> the gradient for one input, in differentiable operations, so that second
/// derivatives come of themselves. A gradient larger than its input is summed over broadcast dimensions, and cast to its type, by the
/// caller.
/// </remarks>
public abstract class Node
{
    private static long created;
    internal readonly Edge[] edges;
    internal readonly long sequence = Interlocked.Increment(ref created);
    internal List<GradHook>? hooks;
    internal string? forwardTrace;
    private long[] sizes = Shape.Scalar;
    private ScalarType type;
    private (long[] Sizes, ScalarType Type)[]? more;

    private protected Node() => edges = [];

    private protected Node(Tensor a)
    {
        edges = [Edge.Of(a)];
        if (Anomaly.Enabled) forwardTrace = Anomaly.Trace();
    }

    private protected Node(Tensor a, Tensor? b)
    {
        edges = [Edge.Of(a), Edge.Of(b)];
        if (Anomaly.Enabled) forwardTrace = Anomaly.Trace();
    }

    private protected Node(Tensor a, Tensor? b, Tensor? c)
    {
        edges = [Edge.Of(a), Edge.Of(b), Edge.Of(c)];
        if (Anomaly.Enabled) forwardTrace = Anomaly.Trace();
    }

    private protected Node(ReadOnlySpan<Tensor?> inputs)
    {
        edges = new Edge[inputs.Length];
        for (var i = 0; i < inputs.Length; i++) edges[i] = Edge.Of(inputs[i]);
        if (Anomaly.Enabled) forwardTrace = Anomaly.Trace();
    }

    /// <summary>What the operation is called: <c>MulBackward0</c>.</summary>
    public virtual string Name => GetType().Name;

    /// <summary>Where the gradient of each input flows, in the order of the operation's arguments.</summary>
    public IReadOnlyList<Edge> next_functions => edges;

    /// <summary>How many outputs the operation has.</summary>
    public int OutputCount => more?.Length ?? 1;

    /// <summary>The shape of an output, which is that of the gradient that comes in there.</summary>
    public long[] OutputShape(int index = 0) => (long[])OutputSizes(index).Clone();

    /// <summary>The element type of an output.</summary>
    public ScalarType OutputType(int index = 0) => more != null ? more[index].Type : type;

    /// <summary>Operations later in the forward pass have higher numbers.</summary>
    public long SequenceNumber => sequence;

    /// <summary>What autograd does with the gradient it has: <c>&lt;MulBackward0&gt;</c>.</summary>
    public override string ToString() => $"<{Name}>";

    internal long[] OutputSizes(int index) => more != null ? more[index].Sizes : sizes;

    /// <summary>Makes the tensor the one output of this operation.</summary>
    internal Tensor Attach(Tensor output)
    {
        sizes = output.sizes;
        type = output.type;
        output.SetHistory(this, 0);
        return output;
    }

    /// <summary>Makes the tensors the outputs of this operation; one of integers gets no history.</summary>
    internal void Attach(ReadOnlySpan<Tensor> outputs)
    {
        more = new (long[], ScalarType)[outputs.Length];
        for (var i = 0; i < outputs.Length; i++)
        {
            more[i] = (outputs[i].sizes, outputs[i].type);
            if (outputs[i].type.IsFloating()) outputs[i].SetHistory(this, i);
        }
    }

    internal void SetOutput(long[] outputSizes, ScalarType outputType)
    {
        sizes = outputSizes;
        type = outputType;
    }

    /// <summary>Whether the gradient of an input is asked for.</summary>
    protected bool Needs(int input) => edges[input].Function != null;

    /// <summary>
    /// The gradients of the inputs from those of the outputs (null: that output was not used). The default asks for one after the other.
    /// </summary>
    protected internal virtual void Backward(Tensor?[] grads, Tensor?[] result)
    {
        if (grads[0] is not { } grad) return;
        for (var i = 0; i < result.Length; i++)
        {
            if (edges[i].Function != null) result[i] = Backward(i, grad);
        }
    }

    /// <summary>The gradient of one input from that of the one output.</summary>
    protected virtual Tensor? Backward(int input, Tensor grad) =>
        throw new InvalidOperationException($"{Name} does not say what the gradient of input {input} is");

    /// <summary>Lets go of what was kept: the backward pass has been here and the graph is not retained.</summary>
    protected internal virtual void Release()
    {
    }

    /// <summary>Whether gradients made here are known to nobody else, so that they may be written over.</summary>
    internal virtual bool OwnsResults => true;
}
