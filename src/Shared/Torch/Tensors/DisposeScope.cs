namespace Qiansi;

/// <summary>Disposes the tensors made while it was the innermost scope of its thread: <c>using var scope = torch.NewDisposeScope();</c>.</summary>
/// <remarks>Not needed for memory to stay flat (the collector sees to that); it makes the moment certain.</remarks>
public sealed class DisposeScope : IDisposable
{
    private readonly HashSet<torch.Tensor> tensors = new(ReferenceEqualityComparer.Instance);
    private bool disposed;

    internal DisposeScope(DisposeScope? outer) => OuterScope = outer;

    /// <summary>The scope around this one.</summary>
    public DisposeScope? OuterScope { get; private set; }

    /// <summary>How many tensors will be disposed with the scope.</summary>
    public int DisposablesCount => tensors.Count;

    /// <summary>Makes a tensor the business of the scope around this one.</summary>
    /// <returns>The same tensor.</returns>
    public T MoveToOuter<T>(T tensor) where T : torch.Tensor
    {
        if (!tensors.Remove(tensor)) return tensor;
        tensor.scope = null;
        OuterScope?.Attach(tensor);
        return tensor;
    }

    /// <summary>Makes a tensor nobody's business but the collector's.</summary>
    /// <returns>The same tensor.</returns>
    public T Detach<T>(T tensor) where T : torch.Tensor
    {
        if (tensors.Remove(tensor)) tensor.scope = null;
        return tensor;
    }

    /// <summary>Makes a tensor this scope's business.</summary>
    /// <returns>The same tensor.</returns>
    public T Attach<T>(T tensor) where T : torch.Tensor
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        tensor.scope?.Forget(tensor);
        tensors.Add(tensor);
        tensor.scope = this;
        return tensor;
    }

    /// <summary>Disposes every tensor of the scope now, but those named; the scope stays open.</summary>
    public void DisposeEverythingBut(params torch.Tensor[] keep)
    {
        foreach (var tensor in tensors.ToArray())
        {
            if (Array.IndexOf(keep, tensor) < 0) tensor.Dispose();
        }
    }

    /// <summary>Disposes every tensor of the scope now; the scope stays open.</summary>
    public void DisposeEverything() => DisposeEverythingBut();

    /// <summary>Disposes the tensors and closes the scope.</summary>
    public void Dispose()
    {
        if (disposed) return;
        DisposeEverything();
        disposed = true;
        DisposeScopeManager.Close(this);
    }

    internal void Forget(torch.Tensor tensor)
    {
        tensors.Remove(tensor);
        tensor.scope = null;
    }

    internal void Add(torch.Tensor tensor)
    {
        tensors.Add(tensor);
        tensor.scope = this;
    }

    internal void LeaveOut(DisposeScope closed)
    {
        if (ReferenceEquals(OuterScope, closed)) OuterScope = closed.OuterScope;
    }
}
