namespace Qiansi.Teaching;

/// <summary>What one update was for a layer; all its parameters together are one long vector.</summary>
/// <param name="Layer">Its name in the net, with its kind where the name is a number: <c>0 Linear</c>, <c>fc1</c>.</param>
/// <param name="GradientNorm">
/// ‖g‖, the Euclidean length of the gradient the optimizer used, in units of loss per weight. Lengths that fall or grow by a factor a
/// layer are vanishing or exploding gradients (Glorot and Bengio 2010, Understanding the difficulty of training deep feedforward neural
/// networks, section 4.2).
/// </param>
/// <param name="UpdateRatio">
/// ‖Δw‖/‖w‖, the length of the step by that of the weights before it, without unit; 0 when the optimizer does not have the layer, ∞ from
/// weights of 0. Around 10⁻³ is usual: each weight moves by a thousandth of itself. That all layers should learn at about the same speed
/// is LeCun and others 1998, Efficient BackProp, section 4.7.
/// </param>
public sealed record LayerReading(string Layer, double GradientNorm, double UpdateRatio);
