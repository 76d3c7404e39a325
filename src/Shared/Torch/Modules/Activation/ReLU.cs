using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>max(x, 0).</summary>
public sealed class ReLU : ParameterLessModule<Tensor, Tensor>
{
    internal ReLU(bool inplace) : base(nameof(ReLU)) => this.inplace = inplace;

    /// <summary>Whether the result is written over the input.</summary>
    public bool inplace { get; set; }

    /// <summary>The function of each element.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.relu(tensor, inplace);

    /// <inheritdoc/>
    public override string extra_repr() => inplace ? "inplace=True" : "";
}
