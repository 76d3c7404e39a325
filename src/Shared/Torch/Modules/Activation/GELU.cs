using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>x · Φ(x), Φ the distribution function of the normal distribution (Hendrycks and Gimpel 2016).</summary>
public sealed class GELU : ParameterLessModule<Tensor, Tensor>
{
    internal GELU(GELU.Approximate approximate, bool inplace) : base(nameof(GELU)) => (this.approximate, this.inplace) = (approximate, inplace);

    /// <summary>Exactly, or by tanh.</summary>
    public GELU.Approximate approximate { get; set; }

    /// <summary>Whether the result is written over the input.</summary>
    public bool inplace { get; set; }

    /// <summary>How GELU is calculated.</summary>
    public enum Approximate
    {
        /// <summary>By the error function.</summary>
        none,

        /// <summary>By ½x(1 + tanh(√(2/π)(x + 0.044715x³))).</summary>
        tanh,
    }

    /// <summary>The function of each element.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.gelu(tensor, approximate, inplace);

    /// <inheritdoc/>
    public override string extra_repr() => $"approximate='{approximate}'";
}
