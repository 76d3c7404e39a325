using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>x above 0, below it x times a weight that is learned (He et al. 2015).</summary>
public sealed class PReLU : nn.Module<Tensor, Tensor>
{
    private Parameter weightParameter;

    internal PReLU(long num_parameters, double init, ScalarType? dtype) : base(nameof(PReLU))
    {
        (this.num_parameters, this.init) = (num_parameters, init);
        weightParameter = new Parameter(full([num_parameters], init, dtype));
        register_parameter("weight", weightParameter);
    }

    /// <summary>How many weights there are: 1, or one a channel.</summary>
    public long num_parameters { get; }

    /// <summary>The weights' first value.</summary>
    public double init { get; }

    /// <summary>The slopes below 0.</summary>
    public Parameter weight
    {
        get => weightParameter;
        set => register_parameter("weight", weightParameter = value);
    }

    /// <summary>The function of each element.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.prelu(tensor, weightParameter);

    /// <inheritdoc/>
    public override string extra_repr() => $"num_parameters={num_parameters}";
}
