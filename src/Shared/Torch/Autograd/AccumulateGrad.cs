using Qiansi.Torch.Dispatch;

namespace Qiansi.Torch.Autograd;

/// <summary>The end of the graph: adds the gradient to a leaf's <c>grad</c>.</summary>
internal sealed class AccumulateGrad : Node
{
    internal readonly Tensor variable;

    internal AccumulateGrad(Tensor variable)
    {
        this.variable = variable;
        SetOutput(variable.sizes, variable.type);
    }

    public override string Name => "AccumulateGrad";

    /// <param name="gradient">What arrived.</param>
    /// <param name="owned">Nobody else has it: it may become the leaf's grad itself.</param>
    /// <returns>Whether the gradient became the leaf's grad.</returns>
    internal bool Accumulate(Tensor gradient, bool owned)
    {
        var present = variable.gradient;
        if (present is null)
        {
            var keep = owned && gradient.rowMajor;
            variable.gradient = keep ? gradient : GradMode.Enabled ? gradient.clone() : gradient.Copy();
            variable.gradient.scope?.Detach(variable.gradient);
            return keep;
        }
        if (GradMode.Enabled)
        {
            variable.gradient = present + gradient;
        }
        else
        {
            Binary.Run<Add>(present, gradient, present);
            present.storage.Version++;
        }
        return false;
    }

    protected internal override void Backward(Tensor?[] grads, Tensor?[] result) => Accumulate(grads[0]!, owned: false);
}
