namespace Qiansi;

/// <summary>
/// Disposes the tensors made while it was the innermost scope of its thread: <c>using var scope = torch.NewDisposeScope();</c>.
/// </summary>
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

    /// <summary>The tensors that will be disposed with the scope.</summary>
    public IReadOnlyList<IDisposable> DisposablesView => [.. tensors];

    /// <summary>Whether a tensor will be disposed with the scope.</summary>
    public bool Contains(IDisposable disposable) => disposable is torch.Tensor tensor && tensors.Contains(tensor);

    /// <summary>Makes a tensor the business of the scope around this one.</summary>
    /// <returns>The same tensor.</returns>
    public T MoveToOuter<T>(T disposable) where T : IDisposable => MoveToOther(OuterScope, disposable);

    /// <summary>Makes tensors the business of the scope around this one.</summary>
    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable =>
        MoveToOther(OuterScope, first, second);

    /// <summary>Makes tensors the business of the scope around this one.</summary>
    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third) where T1 : IDisposable
        where T2 : IDisposable where T3 : IDisposable =>
        MoveToOther(OuterScope, first, second, third);

    /// <summary>Makes tensors the business of the scope around this one.</summary>
    public void MoveToOuter(params IDisposable[] disposables) => MoveToOther(OuterScope, disposables);

    /// <summary>Makes tensors the business of the scope around this one.</summary>
    public void MoveToOuter(IEnumerable<IDisposable> disposables) => MoveToOther(OuterScope, disposables);

    /// <summary>Makes a tensor of this scope the business of another one; null: of none.</summary>
    /// <returns>The same tensor.</returns>
    public T MoveToOther<T>(DisposeScope? scope, T disposable) where T : IDisposable
    {
        if (disposable is not torch.Tensor tensor || !tensors.Remove(tensor)) return disposable;
        tensor.scope = null;
        scope?.Attach(tensor);
        return disposable;
    }

    /// <summary>Makes tensors of this scope the business of another one.</summary>
    public (T1 first, T2 second) MoveToOther<T1, T2>(DisposeScope? scope, T1 first, T2 second) where T1 : IDisposable
        where T2 : IDisposable =>
        (MoveToOther(scope, first), MoveToOther(scope, second));

    /// <summary>Makes tensors of this scope the business of another one.</summary>
    public (T1 first, T2 second, T3 third) MoveToOther<T1, T2, T3>(DisposeScope? scope, T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable =>
        (MoveToOther(scope, first), MoveToOther(scope, second), MoveToOther(scope, third));

    /// <summary>Makes tensors of this scope the business of another one.</summary>
    public void MoveToOther(DisposeScope? scope, params IDisposable[] disposables) =>
        MoveToOther(scope, (IEnumerable<IDisposable>)disposables);

    /// <summary>Makes tensors of this scope the business of another one.</summary>
    public void MoveToOther(DisposeScope? scope, IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables) MoveToOther<IDisposable>(scope, disposable);
    }

    /// <summary>Makes a tensor nobody's business but the collector's.</summary>
    /// <returns>The same tensor.</returns>
    public T Detach<T>(T disposable) where T : IDisposable => MoveToOther(null, disposable);

    /// <summary>Makes tensors nobody's business but the collector's.</summary>
    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable =>
        MoveToOther(null, first, second);

    /// <summary>Makes tensors nobody's business but the collector's.</summary>
    public (T1 first, T2 second, T3 third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third) where T1 : IDisposable where T2 : IDisposable
        where T3 : IDisposable =>
        MoveToOther(null, first, second, third);

    /// <summary>Makes tensors nobody's business but the collector's.</summary>
    public void Detach(params IDisposable[] disposables) => MoveToOther(null, disposables);

    /// <summary>Makes tensors nobody's business but the collector's.</summary>
    public void Detach(IEnumerable<IDisposable> disposables) => MoveToOther(null, disposables);

    /// <summary>Makes a tensor this scope's business; anything else is left alone.</summary>
    /// <returns>The same tensor.</returns>
    public T Attach<T>(T disposable) where T : IDisposable
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (disposable is not torch.Tensor tensor) return disposable;
        tensor.scope?.Forget(tensor);
        tensors.Add(tensor);
        tensor.scope = this;
        return disposable;
    }

    /// <summary>Makes tensors this scope's business.</summary>
    public void Attach(params IDisposable[] disposables) => Attach((IEnumerable<IDisposable>)disposables);

    /// <summary>Makes tensors this scope's business.</summary>
    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables) => [.. disposables.Select(d => Attach<IDisposable>(d))];

    /// <summary>Disposes every tensor of the scope now, but those named; the scope stays open.</summary>
    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        var keep = new HashSet<IDisposable>(inKeep, ReferenceEqualityComparer.Instance);
        foreach (var tensor in tensors.ToArray())
        {
            if (!keep.Contains(tensor)) tensor.Dispose();
        }
    }

    /// <summary>Disposes every tensor of the scope now, but those named; the scope stays open.</summary>
    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    /// <summary>Disposes every tensor of the scope now, but one; the scope stays open.</summary>
    public T DisposeEverythingBut<T>(T keep) where T : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[keep]);
        return keep;
    }

    /// <summary>Disposes every tensor of the scope now, but two; the scope stays open.</summary>
    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[first, second]);
        return (first, second);
    }

    /// <summary>Disposes every tensor of the scope now, but three; the scope stays open.</summary>
    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third) where T1 : IDisposable
        where T2 : IDisposable where T3 : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[first, second, third]);
        return (first, second, third);
    }

    /// <summary>Disposes every tensor of the scope now; the scope stays open.</summary>
    public void DisposeEverything() => DisposeEverythingBut((IEnumerable<IDisposable>)[]);

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
