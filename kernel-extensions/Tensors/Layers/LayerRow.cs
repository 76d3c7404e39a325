namespace Qiansi.Tensors.Layers;

/// <summary>One line of a module's table.</summary>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Kind">Its class.</param>
/// <param name="Settings">What it was made with.</param>
/// <param name="Depth">0 for the module itself.</param>
/// <param name="IsLeaf">Whether it has no parts.</param>
/// <param name="Output">Shape of what it gives; null when it was not seen.</param>
/// <param name="Parameters">Numbers to learn, of its own or of its parts too when it has some.</param>
/// <param name="Frozen">How many of them require no gradient.</param>
/// <param name="MultiplyAdds">Multiplications of all calls; null when not known.</param>
/// <param name="ParameterBytes">Memory of the parameters and buffers.</param>
/// <param name="OutputBytes">Memory of what all calls gave out; null when not known.</param>
/// <param name="Calls">How often it was called.</param>
/// <param name="IsRepeated">Whether it stands in the table before under another name: its parameters count once.</param>
internal sealed record LayerRow(
    string Name, string Kind, string Settings, int Depth, bool IsLeaf, string? Output, long Parameters, long Frozen, long? MultiplyAdds,
    long ParameterBytes, long? OutputBytes, int Calls, bool IsRepeated);
