namespace Qiansi.Modules;

/// <summary>A module of the library that has nothing to learn and nothing to keep.</summary>
/// <typeparam name="T1">The type of input 1.</typeparam>
/// <typeparam name="T2">The type of input 2.</typeparam>
/// <typeparam name="T3">The type of input 3.</typeparam>
/// <typeparam name="TResult">The type of the result.</typeparam>
public abstract class ParameterLessModule<T1, T2, T3, TResult> : nn.Module<T1, T2, T3, TResult>, IParameterLessModule
{
    private protected ParameterLessModule(string name) : base(name)
    {
    }

    /// <summary>Not possible: there are no parameters.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override void register_parameter(string name, Parameter? param) =>
        throw new InvalidOperationException($"{GetName()} has no parameters; '{name}' cannot be registered");

    /// <summary>Not possible: there are no buffers.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override void register_buffer(string name, Tensor? tensor, bool persistent = true) =>
        throw new InvalidOperationException($"{GetName()} has no buffers; '{name}' cannot be registered");

    /// <summary>Not possible: there are no parts.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override void register_module(string name, nn.Module? submodule) =>
        throw new InvalidOperationException($"{GetName()} has no parts; '{name}' cannot be registered");
}
