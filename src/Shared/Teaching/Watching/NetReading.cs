namespace Qiansi.Teaching;

/// <summary>The instruments at one update.</summary>
/// <param name="Update">Which update, from 1.</param>
/// <param name="Layers">Layers that had a gradient, from the front to the back.</param>
/// <param name="Activations">What the layers' functions gave, in the order of the forward pass.</param>
public sealed record NetReading(int Update, IReadOnlyList<LayerReading> Layers, IReadOnlyList<ActivationReading> Activations);
