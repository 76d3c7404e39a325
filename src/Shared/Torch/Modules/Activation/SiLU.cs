using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>x · sigmoid(x), also called swish.</summary>
public sealed class SiLU : ParameterLessModule<Tensor, Tensor>
{
    internal SiLU(bool inplace) : base(nameof(SiLU)) => this.inplace = inplace;

    /// <summary>Whether the result is written over the input.</summary>
    public bool inplace { get; set; }

    /// <summary>The function of each element.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.silu(tensor, inplace);

    /// <inheritdoc/>
    public override string extra_repr() => inplace ? "inplace=True" : "";
}
