namespace Qiansi;

/// <summary>
/// A function of a tensor that is a layer, too: Torch.Generator writes the class of this name, whose properties are the function's other
/// parameters, and <c>nn.Name(…)</c>, which makes one.
/// </summary>
/// <param name="name">The layer's name.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LayerAttribute(string name) : Attribute
{
    public string Name => name;

    /// <summary>Whether the settings are printed with the layer, as PyTorch does for most.</summary>
    public bool IsShown { get; init; } = true;
}
