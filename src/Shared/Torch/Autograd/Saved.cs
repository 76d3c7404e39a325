namespace Qiansi.Torch.Autograd;

/// <summary>A tensor an operation keeps for its gradient, with the count of writes it saw.</summary>
/// <remarks>It holds the memory even when the tensor is disposed, and refuses to be used when the memory was written since.</remarks>
internal struct Saved
{
    private Tensor? tensor;
    private readonly int version;
    private readonly bool given;

    public Saved(Tensor? tensor)
    {
        this.tensor = tensor;
        if (tensor is null) return;
        given = true;
        version = tensor.storage.Version;
        tensor.storage.AddReference();
    }

    public readonly bool IsNull => !given;

    public readonly Tensor Value
    {
        get
        {
            if (tensor is null)
            {
                throw new InvalidOperationException(
                    $"{Engine.CurrentName}: trying to go backward through the graph a second time: what it kept was freed the first "
                        + "time. Use backward(retain_graph: true) the first time.");
            }
            if (tensor.storage.Version != version)
            {
                throw new InvalidOperationException(
                    $"{Engine.CurrentName}: one of the tensors needed for its gradient, {tensor.type.TorchName()} of shape "
                        + $"{Shapes.Shape.Text(tensor.sizes)}, was written in place since (it is at version {tensor.storage.Version}, "
                        + $"version {version} was kept). Use the operation that makes a new tensor (add for add_), or clone() first; "
                        + "autograd.set_detect_anomaly(true) shows where the forward operation was.");
            }
            return tensor.IsDisposed ? tensor.Revive() : tensor;
        }
    }

    public static implicit operator Tensor(in Saved saved) => saved.Value;

    public void Release()
    {
        if (tensor is null) return;
        tensor.storage.Release();
        tensor = null;
    }

    public static void Release(ref Saved a, ref Saved b)
    {
        a.Release();
        b.Release();
    }

    public static void Release(ref Saved a, ref Saved b, ref Saved c)
    {
        a.Release();
        b.Release();
        c.Release();
    }
}
