using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>x above 0, negative_slope · x below.</summary>
public sealed class LeakyReLU : ParameterLessModule<Tensor, Tensor>
{
    internal LeakyReLU(double negative_slope, bool inplace) : base(nameof(LeakyReLU)) => (this.negative_slope, this.inplace) = (negative_slope, inplace);

    /// <summary>The slope below 0.</summary>
    public double negative_slope { get; set; }

    /// <summary>Whether the result is written over the input.</summary>
    public bool inplace { get; set; }

    /// <summary>The function of each element.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.leaky_relu(tensor, negative_slope, inplace);

    /// <inheritdoc/>
    public override string extra_repr() => Text.Arguments(("negative_slope", negative_slope), ("inplace", inplace));
}
