namespace Qiansi.Torch.Autograd;

/// <summary>An operation on one tensor whose gradient needs one tensor to be kept: its input or its result.</summary>
internal abstract class UnaryNode(Tensor x, Tensor kept) : Node(x)
{
    private Saved kept = new(kept);

    /// <summary>The gradient of the input from that of the result and what was kept.</summary>
    protected abstract Tensor Backward(Tensor grad, Tensor kept);

    protected sealed override Tensor Backward(int input, Tensor grad) => Backward(grad, kept.Value);

    protected internal sealed override void Release() => kept.Release();
}
