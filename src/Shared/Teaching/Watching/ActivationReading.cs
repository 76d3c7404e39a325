namespace Qiansi.Teaching;

/// <summary>What came out of a layer in the forward pass before an update, over the batch and all units.</summary>
/// <param name="Layer">
/// Its name in the net, with its kind where the name is a number: <c>1 Tanh</c>; <c>relu (2)</c> is the second call in one pass.
/// </param>
/// <param name="Mean">The mean. Near 0 is good for the next layer (LeCun and others 1998, Efficient BackProp, section 4.3).</param>
/// <param name="Deviation">
/// The standard deviation, n in the denominator. It should stay alike from layer to layer (Glorot and Bengio 2010, section 4.2).
/// </param>
/// <param name="Stuck">
/// Share, 0 to 1, of what passes no gradient on. ReLU: units that are 0 for every sample of the batch, dead. Sigmoid and tanh: values so
/// near their limits that the slope is below 6 % of its greatest (tanh beyond ±0.97, sigmoid beyond 0.015 and 0.985), saturated. Null
/// for other kinds.
/// </param>
public sealed record ActivationReading(string Layer, double Mean, double Deviation, double? Stuck);
