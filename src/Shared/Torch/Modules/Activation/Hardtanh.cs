using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>x, cut off below min_val and above max_val.</summary>
public sealed class Hardtanh : ParameterLessModule<Tensor, Tensor>
{
    internal Hardtanh(double min_val, double max_val, bool inplace) : base(nameof(Hardtanh)) => (this.min_val, this.max_val, this.inplace) = (min_val, max_val, inplace);

    /// <summary>The least value.</summary>
    public double min_val { get; set; }

    /// <summary>The greatest value.</summary>
    public double max_val { get; set; }

    /// <summary>Whether the result is written over the input.</summary>
    public bool inplace { get; set; }

    /// <summary>The function of each element.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.hardtanh(tensor, min_val, max_val, inplace);

    /// <inheritdoc/>
    public override string extra_repr() => Text.Arguments(("min_val", min_val), ("max_val", max_val), ("inplace", inplace));
}
