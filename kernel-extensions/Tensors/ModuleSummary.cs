using Qiansi.Tensors.Layers;

namespace Qiansi.Tensors;

/// <summary>Modules as tables.</summary>
public static class ModuleSummary
{
    /// <summary>
    /// The module's layers as a table: output shapes, parameters, multiplications, memory, and the sums. Without a shape, what is known
    /// without running it.
    /// </summary>
    /// <param name="module">Any module; it is run once in evaluation mode, and its modes are as before afterwards.</param>
    /// <param name="inputShape">
    /// The shape of its one input, batch included: <c>Summary(1, 1, 28, 28)</c>. A module whose first layer is an Embedding gets whole
    /// numbers.
    /// </param>
    /// <remarks>
    /// Layers are seen when they are called by <c>call</c>; of those called by <c>forward</c> the ones with parameters are found in the
    /// graph of gradients.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The module cannot be run on such an input.</exception>
    public static TensorPicture Summary(this nn.Module module, params long[] inputShape) =>
        ModuleView.Show(inputShape.Length == 0 ? ModuleTable.Of(module) : ModuleTable.Of(module, [ModuleCall.Sample(module, inputShape)]));

    /// <summary>The module's layers as a table, from a run on sample inputs.</summary>
    /// <param name="module">Any module.</param>
    /// <param name="input">The first input.</param>
    /// <param name="more">The others its <c>forward</c> takes.</param>
    /// <exception cref="InvalidOperationException">The module cannot be run on them.</exception>
    public static TensorPicture Summary(this nn.Module module, Tensor input, params Tensor[] more) =>
        ModuleView.Show(ModuleTable.Of(module, [input, .. more]));
}
