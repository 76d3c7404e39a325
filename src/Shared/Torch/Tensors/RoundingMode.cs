namespace Qiansi;

public static partial class torch
{
    /// <summary>What <see cref="Tensor.div(Tensor, RoundingMode)"/> does with the quotient.</summary>
    public enum RoundingMode
    {
        /// <summary>The real quotient; of integers too.</summary>
        None,

        /// <summary>Cut towards zero.</summary>
        trunc,

        /// <summary>Rounded down, as Python's <c>//</c>.</summary>
        floor,
    }
}
