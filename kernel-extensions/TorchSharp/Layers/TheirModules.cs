using Qiansi.Tensors.Facts;
using Qiansi.Tensors.Layers;
using TorchSharp.Modules;
using Their = TorchSharp.torch;

namespace Qiansi.TorchSharp.Layers;

/// <summary>Reads TorchSharp's modules into the table that the kernel's are shown by.</summary>
internal static class TheirModules
{
    /// <summary>What is known without running the module.</summary>
    public static ModuleTable Table(Their.nn.Module module) => new(Rows(module, []), null);

    /// <summary>What a run on a sample shows; in evaluation mode and without gradients, the modes are as before afterwards.</summary>
    /// <exception cref="InvalidOperationException">The module does not take one tensor, or cannot be run on this one.</exception>
    public static ModuleTable Table(Their.nn.Module module, Their.Tensor input)
    {
        if (module is not Their.nn.Module<Their.Tensor, Their.Tensor> called)
            throw new InvalidOperationException(
                $"Summary: {ModuleTable.KindOf(module)} does not make one tensor of one; without a sample, Summary() shows its parameters");
        var training = module.modules().Append(module).Where(m => m.training).ToList();
        var calls = new Dictionary<Their.nn.Module, List<LayerCall>>(ReferenceEqualityComparer.Instance);
        var removals = module.modules().Append(module).Distinct().OfType<Their.nn.Module<Their.Tensor, Their.Tensor>>()
            .Select(m => m.register_forward_hook(Note)).ToList();
        try
        {
            module.eval();
            using var scope = Their.NewDisposeScope();
            using var quiet = Their.no_grad();
            called.call(input);
            return new ModuleTable(Rows(module, calls), ShapeText.Sizes(input.shape));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            var cause = e.Message.Split('\n')[0];
            throw new InvalidOperationException(
                $"Summary: {ModuleTable.KindOf(module)} cannot be run on {TheirTensorView.Type(input)} "
                + $"{ShapeText.Sizes(input.shape)}: {cause}", e);
        }
        finally
        {
            removals.ForEach(r => r.remove());
            foreach (var part in training)
            {
                var others = part.modules().Where(m => !training.Contains(m)).ToList();
                part.train();
                others.ForEach(o => o.eval());
            }
        }

        Their.Tensor Note(Their.nn.Module<Their.Tensor, Their.Tensor> part, Their.Tensor given, Their.Tensor made)
        {
            if (!calls.TryGetValue(part, out var list)) calls[part] = list = [];
            list.Add(new([given.shape], [made.shape], made.numel() * made.ElementSize));
            return made;
        }
    }

    /// <summary>A sample of a shape, of the type the module's parameters have; of whole numbers when it looks them up.</summary>
    public static Their.Tensor Sample(Their.nn.Module module, long[] shape)
    {
        var first = module.modules().Prepend(module).FirstOrDefault(m => !m.named_children().Any() && m.parameters(true).Any());
        return first is Embedding
            ? Their.zeros(shape, Their.ScalarType.Int64)
            : Their.zeros(shape, module.parameters(true).FirstOrDefault(p => p.is_floating_point())?.dtype ?? Their.get_default_dtype());
    }

    private static List<LayerRow> Rows(Their.nn.Module root, Dictionary<Their.nn.Module, List<LayerCall>> calls) =>
        ModuleTable.Walk(root, m => m.named_children(), (name, module, depth, isLeaf, isRepeated) =>
            Row(name, module, depth, isLeaf, isRepeated, calls.GetValueOrDefault(module) ?? []));

    private static LayerRow Row(string name, Their.nn.Module module, int depth, bool isLeaf, bool isRepeated, List<LayerCall> calls)
    {
        var parameters = module.parameters(true).ToList();
        var isCounted = calls.Count > 0 && !isRepeated;
        return new LayerRow(
            name, ModuleTable.KindOf(module), Settings(module), depth, isLeaf,
            calls.Count == 0 ? null : string.Join(", ", calls[^1].Outputs.Select(o => ShapeText.Sizes(o))),
            parameters.Sum(p => p.numel()), parameters.Where(p => !p.requires_grad).Sum(p => p.numel()),
            isCounted ? calls.Sum(c => MultiplyAddsOf(module, c)) : null,
            parameters.Concat(module.buffers(true)).Sum(t => t.numel() * t.ElementSize),
            isCounted ? calls.Sum(c => c.Bytes) : null, calls.Count, isRepeated);
    }

    private static long MultiplyAddsOf(Their.nn.Module module, LayerCall call) => module switch
    {
        Convolution { transposed: true } c =>
            MultiplyAdds.Count(call.Inputs[0]) * c.out_channels / c.groups * MultiplyAdds.Count(c.kernel_size),
        Convolution c => MultiplyAdds.Count(call.Outputs[0]) * c.in_channels / c.groups * MultiplyAdds.Count(c.kernel_size),
        Linear l => MultiplyAdds.Count(call.Outputs[0]) * l.in_features,
        _ => 0,
    };

    private static string Settings(Their.nn.Module module) => module switch
    {
        Convolution c =>
            $"{c.in_channels}, {c.out_channels}, kernel_size=({string.Join(", ", c.kernel_size)}), stride=({string.Join(", ", c.stride)})",
        Linear l => $"in_features={l.in_features}, out_features={l.out_features}",
        _ => "",
    };
}
