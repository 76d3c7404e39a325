using Qiansi.Modules;
using static Qiansi.torch;
using static Qiansi.torch.nn;

namespace Qiansi.Torch.Tests.NN;

internal static class ActivationCases
{
    public static readonly Dictionary<string, Func<LayerCase>> All = new()
    {
        ["relu"] = () => LayerCase.Layer(ReLU()),
        ["relu6"] = () => LayerCase.Function(x => functional.relu6(x[0] * 3)),
        ["leaky_relu"] = () => LayerCase.Layer(LeakyReLU(0.2)),
        ["elu"] = () => LayerCase.Layer(ELU(1.5)),
        ["selu"] = () => LayerCase.Layer(SELU()),
        ["celu"] = () => LayerCase.Layer(CELU(0.7)),
        ["gelu"] = () => LayerCase.Layer(GELU()),
        ["gelu_tanh"] = () => LayerCase.Layer(GELU(Modules.GELU.Approximate.tanh)),
        ["silu"] = () => LayerCase.Layer(SiLU()),
        ["sigmoid"] = () => LayerCase.Layer(Sigmoid()),
        ["tanh"] = () => LayerCase.Layer(Tanh()),
        ["softmax"] = () => LayerCase.Layer(Softmax(1)),
        ["softmax0"] = () => LayerCase.Layer(Softmax(0)),
        ["log_softmax"] = () => LayerCase.Layer(LogSoftmax(-1)),
        ["softmin"] = () => LayerCase.Layer(Softmin(1)),
        ["softplus"] = () => LayerCase.Layer(Softplus(2, 3)),
        ["mish"] = () => LayerCase.Layer(Mish()),
        ["hardswish"] = () => LayerCase.Function(x => functional.hardswish(x[0] * 2)),
        ["hardsigmoid"] = () => LayerCase.Function(x => functional.hardsigmoid(x[0] * 2)),
        ["hardtanh"] = () => LayerCase.Layer(Hardtanh(-1.5, 2)),
        ["logsigmoid"] = () => LayerCase.Layer(LogSigmoid()),
        ["softsign"] = () => LayerCase.Layer(Softsign()),
        ["tanhshrink"] = () => LayerCase.Layer(Tanhshrink()),
        ["softshrink"] = () => LayerCase.Layer(Softshrink(0.8)),
        ["hardshrink"] = () => LayerCase.Layer(Hardshrink(0.8)),
        ["threshold"] = () => LayerCase.Layer(Threshold(0.3, -7)),
        ["glu"] = () => LayerCase.Layer(GLU(1)),
        ["normalize"] = () => LayerCase.Function(x => functional.normalize(x[0], dim: 1)),
        ["PReLU"] = () => LayerCase.Layer(PReLU(1)),
        ["PReLU channels"] = () => LayerCase.Layer(PReLU(6, 0.1)),
    };
}
