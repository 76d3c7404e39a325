using System.Reflection;

namespace Qiansi.Tensors.Layers;

/// <summary>Notes every call of a module's parts while it is open.</summary>
internal sealed class CallWatch : IDisposable
{
    private static readonly Dictionary<Type, MethodInfo> Watchers = typeof(CallWatch)
        .GetMethods(BindingFlags.NonPublic | BindingFlags.Instance)
        .Where(m => m.Name == nameof(Watch) && m.IsGenericMethodDefinition)
        .ToDictionary(m => m.GetParameters()[0].ParameterType.GetGenericTypeDefinition());

    private readonly List<Action> _removals = [];

    /// <summary>The calls of each part, in their order.</summary>
    public Dictionary<nn.Module, List<LayerCall>> Calls { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Watches the calls of modules.</summary>
    public CallWatch(IEnumerable<nn.Module> modules)
    {
        foreach (var module in modules.Distinct(ReferenceEqualityComparer.Instance).Cast<nn.Module>())
        {
            for (var type = module.GetType(); type is not null; type = type.BaseType)
            {
                if (!type.IsGenericType || !Watchers.TryGetValue(type.GetGenericTypeDefinition(), out var watch)) continue;
                watch.MakeGenericMethod(type.GetGenericArguments()).Invoke(this, [module]);
                break;
            }
        }
    }

    /// <summary>Ends the watch.</summary>
    public void Dispose() => _removals.ForEach(remove => remove());

    private void Note(nn.Module module, object? result, params object?[] inputs)
    {
        if (!Calls.TryGetValue(module, out var calls)) Calls[module] = calls = [];
        calls.Add(LayerCall.Of(inputs, result));
    }

    private void Watch<T1, R>(nn.Module<T1, R> module) => _removals.Add(module.register_forward_hook((m, a, r) =>
    {
        Note(m, r, a);
        return r;
    }).remove);

    private void Watch<T1, T2, R>(nn.Module<T1, T2, R> module) => _removals.Add(module.register_forward_hook((m, a, b, r) =>
    {
        Note(m, r, a, b);
        return r;
    }).remove);

    private void Watch<T1, T2, T3, R>(nn.Module<T1, T2, T3, R> module) => _removals.Add(module.register_forward_hook((m, a, b, c, r) =>
    {
        Note(m, r, a, b, c);
        return r;
    }).remove);

    private void Watch<T1, T2, T3, T4, R>(nn.Module<T1, T2, T3, T4, R> module) =>
        _removals.Add(module.register_forward_hook((m, a, b, c, d, r) =>
    {
        Note(m, r, a, b, c, d);
        return r;
    }).remove);

    private void Watch<T1, T2, T3, T4, T5, R>(nn.Module<T1, T2, T3, T4, T5, R> module) =>
        _removals.Add(module.register_forward_hook((m, a, b, c, d, e, r) =>
    {
        Note(m, r, a, b, c, d, e);
        return r;
    }).remove);

    private void Watch<T1, T2, T3, T4, T5, T6, R>(nn.Module<T1, T2, T3, T4, T5, T6, R> module) =>
        _removals.Add(module.register_forward_hook((m, a, b, c, d, e, f, r) =>
    {
        Note(m, r, a, b, c, d, e, f);
        return r;
    }).remove);
}
