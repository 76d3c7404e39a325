using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>x · hardsigmoid(x) (Howard et al. 2019).</summary>
public sealed class Hardswish : ParameterLessModule<Tensor, Tensor>
{
    internal Hardswish(bool inplace) : base(nameof(Hardswish)) => this.inplace = inplace;

    /// <summary>Whether the result is written over the input.</summary>
    public bool inplace { get; set; }

    /// <summary>The function of each element.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.hardswish(tensor, inplace);
}
