namespace Qiansi.Modules;

/// <summary>A tensor to be learned: a leaf that requires gradients and that modules find by themselves.</summary>
public sealed class Parameter : Tensor
{
    /// <summary>A parameter on the memory of a tensor, outside its graph and outside dispose scopes.</summary>
    /// <param name="data">The first values.</param>
    /// <param name="requires_grad">Whether it is to be learned; false freezes it.</param>
    public Parameter(Tensor data, bool requires_grad = true) : base(data)
    {
        DetachFromDisposeScope();
        this.requires_grad = requires_grad;
    }
}
