using Qiansi.Tensors;
using Qiansi.Tensors.Layers;
using Qiansi.TorchSharp.Layers;
using Their = TorchSharp.torch;

namespace Qiansi.TorchSharp;

/// <summary>TorchSharp's modules as tables.</summary>
public static class ModuleSummaries
{
    /// <summary>The module's layers as a table: output shapes, parameters, multiplications, memory, and the sums; without a shape,
    /// what is known without running it.</summary>
    /// <param name="module">A module; it is run once in evaluation mode, and its modes are as before afterwards.</param>
    /// <param name="inputShape">The shape of its one input, batch included. A module whose first layer is an
    /// Embedding gets whole numbers.</param>
    /// <remarks>Layers are seen when they are called by <c>call</c> and make one tensor of one.</remarks>
    /// <exception cref="InvalidOperationException">The module cannot be run on such an input.</exception>
    public static TensorPicture Summary(this Their.nn.Module module, params long[] inputShape)
    {
        if (inputShape.Length == 0) return ModuleView.Show(TheirModules.Table(module));
        using var sample = TheirModules.Sample(module, inputShape);
        return module.Summary(sample);
    }

    /// <summary>The module's layers as a table, from a run on a sample.</summary>
    /// <exception cref="InvalidOperationException">The module does not take one tensor, or cannot be run on this one.</exception>
    public static TensorPicture Summary(this Their.nn.Module module, Their.Tensor input) =>
        ModuleView.Show(TheirModules.Table(module, input));
}
