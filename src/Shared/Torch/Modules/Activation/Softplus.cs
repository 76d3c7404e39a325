using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>ln(1 + e^(beta·x)) / beta: a smooth ReLU.</summary>
public sealed class Softplus : ParameterLessModule<Tensor, Tensor>
{
    internal Softplus(double beta, double threshold) : base(nameof(Softplus)) => (this.beta, this.threshold) = (beta, threshold);

    /// <summary>The sharpness of the bend.</summary>
    public double beta { get; set; }

    /// <summary>beta·x above which the function is x itself.</summary>
    public double threshold { get; set; }

    /// <summary>The function of each element.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.softplus(tensor, beta, threshold);

    /// <inheritdoc/>
    public override string extra_repr() => Text.Arguments(("beta", beta), ("threshold", threshold));
}
