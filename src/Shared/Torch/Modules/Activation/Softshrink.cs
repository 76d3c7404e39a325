using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>x moved towards 0 by lambda, 0 where |x| is below it.</summary>
public sealed class Softshrink : ParameterLessModule<Tensor, Tensor>
{
    internal Softshrink(double lambda) : base(nameof(Softshrink)) => this.lambda = lambda;

    /// <summary>How far.</summary>
    public double lambda { get; set; }

    /// <summary>The function of each element.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.softshrink(tensor, lambda);

    /// <inheritdoc/>
    public override string extra_repr() => Text.Arguments(("lambda", lambda));
}
