namespace Qiansi.Tensors.Layers;

/// <summary>A module and its parts, one a line, with the sums.</summary>
/// <param name="Rows">The module first, then its parts as they are registered.</param>
/// <param name="Input">Shapes that went in; null without a run.</param>
internal sealed record ModuleTable(IReadOnlyList<LayerRow> Rows, string? Input)
{
    /// <summary>Multiplications of the whole run.</summary>
    public long MultiplyAdds => Rows.Sum(r => r.MultiplyAdds ?? 0);

    /// <summary>Memory of what the layers without parts gave out: what a backward pass keeps, about.</summary>
    public long OutputBytes => Rows.Where(r => r.IsLeaf).Sum(r => r.OutputBytes ?? 0);

    /// <summary>What is known without running the module.</summary>
    public static ModuleTable Of(nn.Module module) => new(Read(module, [], []), null);

    /// <summary>
    /// What a run on sample inputs shows. It runs in evaluation mode, so that dropout draws nothing and averages stay as they are.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// The module cannot be run on the inputs; the message says on which, the cause is inside.
    /// </exception>
    public static ModuleTable Of(nn.Module module, IReadOnlyList<Tensor> inputs)
    {
        var all = module.modules().Prepend(module).Distinct().ToList();
        var training = all.Where(m => m.training).ToList();
        using var watch = new CallWatch(all);
        try
        {
            module.eval();
            var result = ModuleCall.Run(module, inputs);
            var shapes = GraphShapes.Of(LayerCall.Tensors(result));
            return new ModuleTable(Read(module, watch.Calls, shapes), string.Join(", ", inputs.Select(i => ShapeText.Sizes(i.sizes))));
        }
        finally
        {
            // Parts that were in evaluation mode before stay in it.
            module.eval();
            foreach (var m in training) Train(m);
        }
    }

    private static void Train(nn.Module module)
    {
        var parts = module.modules().Where(m => !m.training).ToList();
        module.train();
        parts.ForEach(p => p.eval());
    }

    /// <summary>A row for a module and each of its parts, as they are registered; what a part consists of is told once.</summary>
    /// <param name="root">The module, of whatever library.</param>
    /// <param name="children">The parts of one, with what it calls them.</param>
    /// <param name="row">The row of a part: its name, depth, whether it has no parts, and whether it was there before.</param>
    public static List<LayerRow> Walk<T>(
        T root, Func<T, IEnumerable<(string Name, T Part)>> children, Func<string, T, int, bool, bool, LayerRow> row)
        where T : class
    {
        List<LayerRow> rows = [];
        var seen = new HashSet<T>(ReferenceEqualityComparer.Instance);
        Add("", root, 0);
        return rows;

        void Add(string name, T module, int depth)
        {
            var parts = children(module).ToList();
            var isRepeated = !seen.Add(module);
            rows.Add(row(name, module, depth, parts.Count == 0, isRepeated));
            if (isRepeated) return;
            foreach (var (child, part) in parts) Add(child, part, depth + 1);
        }
    }

    /// <summary>What a module's class is called.</summary>
    public static string KindOf(object module) =>
        module.GetType().Name is var type && type.IndexOf('`') is > 0 and var tick ? type[..tick] : module.GetType().Name;

    private static List<LayerRow> Read(
        nn.Module root, Dictionary<nn.Module, List<LayerCall>> calls, Dictionary<Tensor, LayerCall> shapes) =>
        Walk(root, m => m.named_children(), (name, module, depth, isLeaf, isRepeated) =>
            Row(name, module, depth, isLeaf, isRepeated, calls.GetValueOrDefault(module) ?? Guess(module, shapes)));

    private static List<LayerCall> Guess(nn.Module module, Dictionary<Tensor, LayerCall> shapes) =>
        module.named_parameters(recurse: false).Select(p => shapes.GetValueOrDefault(p.parameter)).OfType<LayerCall>().Take(1).ToList();

    private static LayerRow Row(string name, nn.Module module, int depth, bool isLeaf, bool isRepeated, List<LayerCall> calls)
    {
        var parameters = module.parameters(recurse: true).ToList();
        var output = calls.Count == 0 ? null : string.Join(", ", calls[^1].Outputs.Select(o => ShapeText.Sizes(o)));
        long? macs = calls.Count == 0 || isRepeated ? null : calls.Sum(c => Layers.MultiplyAdds.Of(module, c));
        return new LayerRow(
            name, KindOf(module), module.extra_repr(), depth, isLeaf, output,
            parameters.Sum(p => p.numel()), parameters.Where(p => !p.requires_grad).Sum(p => p.numel()), macs,
            parameters.Concat(module.buffers(recurse: true)).Sum(t => t.numel() * t.ElementSize),
            calls.Count == 0 || isRepeated ? null : calls.Sum(c => c.Bytes), calls.Count, isRepeated);
    }

}
