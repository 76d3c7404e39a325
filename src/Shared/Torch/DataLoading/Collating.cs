namespace Qiansi.Torch.DataLoading;

/// <summary>Joins items to a batch: each of an item's tensors is stacked along a new first dimension.</summary>
internal static class Collating
{
    /// <summary>Dictionaries of tensors.</summary>
    /// <exception cref="ArgumentException">The items' names or shapes differ.</exception>
    public static Dictionary<string, Tensor> Dictionaries(IEnumerable<Dictionary<string, Tensor>> items)
    {
        var list = items as IReadOnlyList<Dictionary<string, Tensor>> ?? [.. items];
        var batch = new Dictionary<string, Tensor>();
        foreach (var name in list[0].Keys)
            batch[name] = Stack(
                [.. list.Select(
                    (item, i) => item.TryGetValue(name, out var t)
                        ? t : throw new ArgumentException(
                            $"DataLoader: item {i} of a batch has no '{name}', as the first one has; its names are "
                                + $"{string.Join(", ", item.Keys)}"))], $"'{name}'");
        return batch;
    }

    /// <summary>Lists of tensors.</summary>
    /// <inheritdoc cref="Dictionaries" path="/exception"/>
    public static IList<Tensor> Lists(IEnumerable<IList<Tensor>> items)
    {
        var list = items as IReadOnlyList<IList<Tensor>> ?? [.. items];
        if (list.FirstOrDefault(item => item.Count != list[0].Count) is { } odd)
            throw new ArgumentException($"DataLoader: an item of a batch has {odd.Count} tensors, the first one {list[0].Count}");
        return [.. Enumerable.Range(0, list[0].Count).Select(i => Stack([.. list.Select(item => item[i])], $"tensor {i}"))];
    }

    private static Tensor Stack(Tensor[] tensors, string what)
    {
        if (tensors.FirstOrDefault(t => !Shape.Same(t.sizes, tensors[0].sizes)) is { } odd)
            throw new ArgumentException(
                $"DataLoader: {what} of the items of a batch have different shapes, {Shape.Text(tensors[0].sizes)} and "
                    + $"{Shape.Text(odd.sizes)}; pad or crop them in the data set, or give a collate function of your own");
        return stack(tensors);
    }
}
