namespace Qiansi;

/// <summary>
/// The method has a twin in place, <c>name_(…)</c>, which writes the result over the tensor: Torch.Generator writes it, and its function.
/// When a gradient will be asked for, the twin works on a copy, so that what the method keeps for it stays as it was.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class InPlaceAttribute : Attribute
{
    /// <summary>Whether <c>torch.name_(input, …)</c> is there too, as for most.</summary>
    public bool Function { get; init; } = true;
}
