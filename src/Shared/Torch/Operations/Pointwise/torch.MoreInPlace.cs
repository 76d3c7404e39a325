namespace Qiansi;

public static partial class torch
{
    /// <summary>Multiplies in place.</summary>
    public static Tensor multiply_(Tensor left, Tensor right) => left.mul_(right);

    /// <summary>Multiplies by a number in place.</summary>
    public static Tensor multiply_(Tensor left, Scalar right) => left.mul_(right);

    /// <summary>Negates in place.</summary>
    public static Tensor negative_(Tensor input) => input.neg_();
}
