using static Qiansi.torch;

namespace Qiansi.Torch.Tests.NN;

/// <summary>A layer or function, made after manual_seed(7), and how it is called.</summary>
internal sealed record LayerCase(nn.Module? Module, Func<Tensor[], Tensor[]> Run)
{
    public static LayerCase Function(Func<Tensor[], Tensor> run) => new(null, x => [run(x)]);

    public static LayerCase Layer(nn.Module<Tensor, Tensor> module) => new(module, x => [module.call(x[0])]);

    public static LayerCase Layer(nn.Module<Tensor, Tensor, Tensor> module) => new(module, x => [module.call(x[0], x[1])]);
}
