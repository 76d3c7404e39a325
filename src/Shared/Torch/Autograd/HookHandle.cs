namespace Qiansi;

/// <summary>A registered hook; <see cref="remove"/> takes it away.</summary>
public sealed class HookHandle(Action removal) : IDisposable
{
    private Action? removal = removal;

    /// <summary>Takes the hook away; a second call does nothing.</summary>
    public void remove()
    {
        removal?.Invoke();
        removal = null;
    }

    /// <summary>Takes the hook away.</summary>
    public void Dispose() => remove();
}
