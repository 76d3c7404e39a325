using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>ELU scaled so that layers keep mean 0 and variance 1 (Klambauer et al. 2017).</summary>
public sealed class SELU : ParameterLessModule<Tensor, Tensor>
{
    internal SELU(bool inplace) : base(nameof(SELU)) => this.inplace = inplace;

    /// <summary>Whether the result is written over the input.</summary>
    public bool inplace { get; set; }

    /// <summary>The function of each element.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.selu(tensor, inplace);

    /// <inheritdoc/>
    public override string extra_repr() => inplace ? "inplace=True" : "";
}
