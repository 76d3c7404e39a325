using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>The first half along a dimension times the sigmoid of the second (Dauphin et al. 2016).</summary>
public sealed class GLU : ParameterLessModule<Tensor, Tensor>
{
    internal GLU(long dim) : base(nameof(GLU)) => this.dim = dim;

    /// <summary>The dimension that is halved.</summary>
    public long dim { get; set; }

    /// <summary>The function of each element.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.glu(tensor, dim);

    /// <inheritdoc/>
    public override string extra_repr() => $"dim={dim}";
}
