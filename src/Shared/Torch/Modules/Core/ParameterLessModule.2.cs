namespace Qiansi.Modules;

/// <summary>A module of the library that has nothing to learn and nothing to keep.</summary>
/// <typeparam name="T1">The type of input 1.</typeparam>
/// <typeparam name="T2">The type of input 2.</typeparam>
/// <typeparam name="TResult">The type of the result.</typeparam>
public abstract class ParameterLessModule<T1, T2, TResult> : nn.Module<T1, T2, TResult>, IParameterLessModule
{
    private protected ParameterLessModule(string name) : base(name)
    {
    }
}
