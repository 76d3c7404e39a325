using System.Runtime.CompilerServices;

namespace Qiansi;

/// <summary>The dispose scopes open on this thread.</summary>
public static class DisposeScopeManager
{
    [ThreadStatic] private static DisposeScope? current;

    /// <summary>The innermost open scope of this thread.</summary>
    public static DisposeScope? Current => current;

    /// <summary>Opens a scope; tensors made on this thread from now on are disposed with it.</summary>
    public static DisposeScope NewDisposeScope() => current = new DisposeScope(current);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Register(torch.Tensor tensor)
    {
        if (current is { } scope) scope.Add(tensor);
    }

    internal static void Close(DisposeScope scope)
    {
        if (ReferenceEquals(current, scope))
        {
            current = scope.OuterScope;
            return;
        }
        for (var inner = current; inner != null; inner = inner.OuterScope) inner.LeaveOut(scope);
    }
}
