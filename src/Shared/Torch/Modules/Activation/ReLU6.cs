using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>x between 0 and 6, cut off outside.</summary>
public sealed class ReLU6 : ParameterLessModule<Tensor, Tensor>
{
    internal ReLU6(bool inplace) : base(nameof(ReLU6)) => this.inplace = inplace;

    /// <summary>Whether the result is written over the input.</summary>
    public bool inplace { get; set; }

    /// <summary>The function of each element.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.relu6(tensor, inplace);

    /// <inheritdoc/>
    public override string extra_repr() => inplace ? "inplace=True" : "";
}
