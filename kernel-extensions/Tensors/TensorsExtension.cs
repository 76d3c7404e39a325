using Qiansi.Contracts;
using Qiansi.Tensors.Adapters;
using Qiansi.Tensors.Layers;
using Qiansi.Tensors.Views;

namespace Qiansi.Tensors;

/// <summary>The one registration of this extension.</summary>
public sealed class TensorsExtension : IKernelExtension
{
    /// <inheritdoc />
    public Task RegisterAsync(ISession session)
    {
        Register();
        return Task.CompletedTask;
    }

    /// <summary>Registers the formatters; for hosts that have only the formatting package.</summary>
    public static void Register()
    {
        Formatters.Both<TensorPicture>((picture, _) => picture.Html, (picture, _) => picture.Text);
        Formatters.Both<Tensor>(
            (tensor, isInside) => isInside ? Formatters.Span(TensorFacts.Line(tensor)) : TensorView.Html(tensor),
            (tensor, isInside) => isInside ? TensorFacts.Line(tensor) : TensorView.Text(tensor));
        Formatters.Both<nn.Module>(
            (module, isInside) => isInside
                ? Formatters.Span(ModuleView.Line(ModuleTable.Of(module))) : ModuleView.Show(ModuleTable.Of(module)).Html,
            (module, isInside) => isInside
                ? ModuleView.Line(ModuleTable.Of(module)) : $"{module}\n{ModuleView.Line(ModuleTable.Of(module))}");
        Adapter.RegisterAll();
    }
}
