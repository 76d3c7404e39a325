using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>ELU whose slope has no jump at 0 (Barron 2017).</summary>
public sealed class CELU : ParameterLessModule<Tensor, Tensor>
{
    internal CELU(double alpha, bool inplace) : base(nameof(CELU)) => (this.alpha, this.inplace) = (alpha, inplace);

    /// <summary>What it approaches below, negated.</summary>
    public double alpha { get; set; }

    /// <summary>Whether the result is written over the input.</summary>
    public bool inplace { get; set; }

    /// <summary>The function of each element.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.celu(tensor, alpha, inplace);

    /// <inheritdoc/>
    public override string extra_repr() => Text.Arguments(("alpha", alpha), ("inplace", inplace));
}
