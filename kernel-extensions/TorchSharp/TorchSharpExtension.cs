using Qiansi.Contracts;
using Qiansi.Tensors;
using Qiansi.Tensors.Layers;
using Qiansi.TorchSharp.Layers;
using Their = TorchSharp.torch;

namespace Qiansi.TorchSharp;

/// <summary>The one registration of this extension.</summary>
public sealed class TorchSharpExtension : IKernelExtension
{
    /// <inheritdoc />
    public Task RegisterAsync(ISession session)
    {
        Register();
        Renderings.Overtaken += Register;
        return Task.CompletedTask;
    }

    /// <summary>Registers the formatters; for hosts that have only the formatting package.</summary>
    public static void Register()
    {
        Counterparts.Register<Their.Tensor>(t => t.ToQiansi());
        Formatters.Both<Their.Tensor>(
            (tensor, isInside) => isInside ? Formatters.Span(TheirTensorView.Line(tensor)) : TheirTensorView.Show(tensor).Html,
            (tensor, isInside) => isInside ? TheirTensorView.Line(tensor) : TheirTensorView.Show(tensor).Text);
        Formatters.Both<Their.nn.Module>(
            (module, isInside) => isInside ? Formatters.Span(ModuleView.Line(Table(module))) : ModuleView.Show(Table(module)).Html,
            (module, isInside) => isInside ? ModuleView.Line(Table(module)) : ModuleView.Show(Table(module)).Text);

        static ModuleTable Table(Their.nn.Module module) => TheirModules.Table(module);
    }
}
