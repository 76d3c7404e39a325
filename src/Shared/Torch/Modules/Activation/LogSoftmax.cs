using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>The logarithm of softmax, without its rounding.</summary>
public sealed class LogSoftmax : ParameterLessModule<Tensor, Tensor>
{
    internal LogSoftmax(long dim) : base(nameof(LogSoftmax)) => this.dim = dim;

    /// <summary>The dimension.</summary>
    public long dim { get; set; }

    /// <summary>The function of each element.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.log_softmax(tensor, dim);

    /// <inheritdoc/>
    public override string extra_repr() => $"dim={dim}";
}
