using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>x above a threshold, else a value.</summary>
public sealed class Threshold : ParameterLessModule<Tensor, Tensor>
{
    internal Threshold(double threshold, double value, bool inplace) : base(nameof(Threshold)) => (this.threshold, this.value, this.inplace) = (threshold, value, inplace);

    /// <summary>The threshold.</summary>
    public double threshold { get; set; }

    /// <summary>What takes the place of x at or below it.</summary>
    public double value { get; set; }

    /// <summary>Whether the result is written over the input.</summary>
    public bool inplace { get; set; }

    /// <summary>The function of each element.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.threshold(tensor, threshold, value, inplace);

    /// <inheritdoc/>
    public override string extra_repr() => Text.Arguments(("threshold", threshold), ("value", value));
}
