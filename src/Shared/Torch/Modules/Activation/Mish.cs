using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>x · tanh(softplus(x)) (Misra 2019).</summary>
public sealed class Mish : ParameterLessModule<Tensor, Tensor>
{
    internal Mish(bool inplace) : base(nameof(Mish)) => this.inplace = inplace;

    /// <summary>Whether the result is written over the input.</summary>
    public bool inplace { get; set; }

    /// <summary>The function of each element.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.mish(tensor, inplace);

    /// <inheritdoc/>
    public override string extra_repr() => inplace ? "inplace=True" : "";
}
