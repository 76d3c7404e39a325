using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>x where |x| is above lambda, else 0.</summary>
public sealed class Hardshrink : ParameterLessModule<Tensor, Tensor>
{
    internal Hardshrink(double lambda) : base(nameof(Hardshrink)) => this.lambda = lambda;

    /// <summary>The bound.</summary>
    public double lambda { get; set; }

    /// <summary>The function of each element.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.hardshrink(tensor, lambda);

    /// <inheritdoc/>
    public override string extra_repr() => Text.Arguments(("lambda", lambda));
}
