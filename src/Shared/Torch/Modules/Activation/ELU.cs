using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>x above 0, alpha · (eˣ − 1) below (Clevert et al. 2015).</summary>
public sealed class ELU : ParameterLessModule<Tensor, Tensor>
{
    internal ELU(double alpha, bool inplace) : base(nameof(ELU)) => (this.alpha, this.inplace) = (alpha, inplace);

    /// <summary>What it approaches below, negated.</summary>
    public double alpha { get; set; }

    /// <summary>Whether the result is written over the input.</summary>
    public bool inplace { get; set; }

    /// <summary>The function of each element.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.elu(tensor, alpha, inplace);

    /// <inheritdoc/>
    public override string extra_repr() => Text.Arguments(("alpha", alpha), ("inplace", inplace));
}
