namespace Qiansi.Modules;

/// <summary>A module of the library that has nothing to learn and nothing to keep.</summary>
/// <typeparam name="T1">The type of input 1.</typeparam>
/// <typeparam name="TResult">The type of the result.</typeparam>
public abstract class ParameterLessModule<T1, TResult> : nn.Module<T1, TResult>, IParameterLessModule
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
