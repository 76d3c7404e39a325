namespace Qiansi;

/// <summary>
/// The method is a function too, <c>torch.name(input, …)</c>, as most in PyTorch are: Torch.Generator writes it, with the method's
/// parameters and documentation.
/// </summary>
/// <param name="names">
/// What the function calls its first parameters, beginning with the tensor, where that is not <c>input</c> and the method's names.
/// </param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FunctionAttribute(params string[] names) : Attribute
{
    public IReadOnlyList<string> Names => names;
}
