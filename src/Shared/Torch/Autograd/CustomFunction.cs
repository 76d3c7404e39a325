namespace Qiansi.Torch.Autograd;

/// <summary>A user's own operation in the graph.</summary>
internal sealed class CustomFunction : Node
{
    private readonly string name;
    private readonly autograd.AutogradContext context;
    private readonly Func<autograd.AutogradContext, List<Tensor>, List<Tensor?>> backward;

    private CustomFunction(string name, Tensor?[] inputs, autograd.AutogradContext context,
        Func<autograd.AutogradContext, List<Tensor>, List<Tensor?>> backward) : base(inputs)
    {
        this.name = name;
        this.context = context;
        this.backward = backward;
    }

    public override string Name => name;

    // What backward gives back may be what it keeps.
    internal override bool OwnsResults => false;

    public static List<Tensor> Apply(string name, object[] arguments, Func<autograd.AutogradContext, object[], List<Tensor>> forward,
        Func<autograd.AutogradContext, List<Tensor>, List<Tensor?>> backward)
    {
        var context = new autograd.AutogradContext();
        var inputs = Array.ConvertAll(arguments, a => a as Tensor);
        List<Tensor> outputs;
        using (no_grad()) outputs = forward(context, arguments);
        if (!GradMode.Enabled || !Array.Exists(inputs, t => t is { Tracked: true })) return outputs;
        // An input given back as it is must not become its own history.
        for (var i = 0; i < outputs.Count; i++)
        {
            if (Array.IndexOf(inputs, outputs[i]) >= 0) outputs[i] = outputs[i].detach();
        }
        var node = new CustomFunction(name, inputs, context, backward);
        node.Attach(outputs.ToArray());
        foreach (var output in outputs)
        {
            if (context.notDifferentiable.Contains(output)) output.SetHistory(null, 0);
        }
        return outputs;
    }

    protected internal override void Backward(Tensor?[] grads, Tensor?[] result)
    {
        var given = new List<Tensor>(grads.Length);
        for (var i = 0; i < grads.Length; i++)
            given.Add(grads[i] ?? (context.MaterializeGrads ? zeros(OutputSizes(i), OutputType(i)) : null!));
        var gradients = backward(context, given);
        if (gradients.Count != result.Length)
            throw new InvalidOperationException(
                $"{name}: backward gave {gradients.Count} gradients, forward has {result.Length} arguments; give one each, null for what "
                    + "is no tensor");
        for (var i = 0; i < result.Length; i++)
        {
            if (gradients[i] is null || !Needs(i)) continue;
            result[i] = gradients[i];
        }
    }

    protected internal override void Release() => context.Release();
}
