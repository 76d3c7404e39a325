using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>ln sigmoid(x), without overflow.</summary>
public sealed class LogSigmoid : ParameterLessModule<Tensor, Tensor>
{
    internal LogSigmoid() : base(nameof(LogSigmoid))
    {
    }

    /// <summary>The function of each element.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.logsigmoid(tensor);
}
