namespace Qiansi.Modules;

/// <summary>A module of the library that has nothing to learn and nothing to keep.</summary>
/// <typeparam name="T1">The type of input 1.</typeparam>
/// <typeparam name="TResult">The type of the result.</typeparam>
public abstract class ParameterLessModule<T1, TResult> : nn.Module<T1, TResult>, IParameterLessModule
{
    private protected ParameterLessModule(string name) : base(name)
    {
    }
}
