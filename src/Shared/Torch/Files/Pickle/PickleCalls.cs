namespace Qiansi.Torch.Files.Pickle;

/// <summary>What the few functions that a state dict calls give.</summary>
internal static class PickleCalls
{
    /// <summary>The value of a call.</summary>
    /// <param name="function">One that <see cref="PickleGlobal.IsKnown"/> knows.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="wrong">Makes the error that names the place.</param>
    public static object? Call(PickleGlobal function, object?[] arguments, Func<string, Exception> wrong) =>
        (function.Name, arguments) switch
        {
            ("collections.OrderedDict" or "builtins.dict" or "__builtin__.dict", []) => new Dictionary<object, object?>(),
            ("collections.OrderedDict" or "builtins.dict" or "__builtin__.dict", [IReadOnlyList<object?> pairs]) =>
                Dictionary(pairs, wrong),
            ("torch._utils._rebuild_tensor_v2",
                [StoredMemory memory, long offset, object?[] shape, object?[] strides, bool requiresGrad, ..]) =>
                Tensor(memory, offset, shape, strides, requiresGrad, wrong),
            ("torch._utils._rebuild_parameter", [StoredTensor tensor, bool requiresGrad, ..]) =>
                tensor with { RequiresGrad = requiresGrad },
            ("torch.Size", [object?[] sizes]) => sizes,
            _ => throw wrong($"{function.Name} with {arguments.Length} arguments of kinds that are not understood"),
        };

    private static Dictionary<object, object?> Dictionary(IReadOnlyList<object?> pairs, Func<string, Exception> wrong)
    {
        var dictionary = new Dictionary<object, object?>();
        foreach (var pair in pairs)
        {
            var (key, value) = pair switch
            {
                List<object?> { Count: 2 } list => (list[0], list[1]),
                object?[] { Length: 2 } tuple => (tuple[0], tuple[1]),
                _ => throw wrong("OrderedDict of what are no pairs"),
            };
            dictionary[key is string or long or double or bool
                ? key : throw wrong("a dictionary's key that is neither text nor a number")] = value;
        }

        return dictionary;
    }

    private static StoredTensor Tensor(StoredMemory memory, long offset, object?[] shape, object?[] strides, bool requiresGrad,
        Func<string, Exception> wrong)
    {
        if (shape.Length != strides.Length || !shape.Concat(strides).All(n => n is long and >= 0))
            throw wrong("a tensor whose shape and strides do not belong together");
        long[] sizes = [.. shape.Cast<long>()], steps = [.. strides.Cast<long>()];
        var last = (Int128)offset;
        for (var i = 0; i < sizes.Length; i++) last += (Int128)Math.Max(0, sizes[i] - 1) * steps[i];
        if (offset < 0 || (last >= memory.Count && !sizes.Contains(0)))
            throw wrong(
                $"a tensor of shape [{string.Join(", ", sizes)}] and strides [{string.Join(", ", steps)}] from element {offset} reaches "
                    + $"beyond its memory of {memory.Count} elements");
        return new StoredTensor(memory, offset, sizes, steps, requiresGrad);
    }
}
