namespace Qiansi.Tensors.Facts;

/// <summary>What is told of a tensor in words.</summary>
internal static class TensorFacts
{
    /// <summary>Tensors of at most so many elements are shown in one line with their elements.</summary>
    private const int FewElements = 6;

    /// <summary>Type, size, memory, place in the graph of gradients.</summary>
    public static IEnumerable<string> Of(Tensor tensor)
    {
        yield return ShapeText.Type(tensor.dtype);
        if (tensor.count != 1) yield return $"{NumberText.Count(tensor.count)} elements, {ShapeText.Memory(tensor)}";
        yield return tensor.device.ToString();
        if (tensor.ndim > 0) yield return ShapeText.Strides(tensor);
        if (tensor.grad_fn is { } function) yield return $"made by {function.Name}";
        if (tensor.requires_grad) yield return "requires grad";
        if (tensor.grad is { } gradient) yield return $"grad of norm {StatisticsText.Number(Norm(gradient))}";
    }

    /// <summary>One line, for a tensor within another value: <c>Tensor [2, 3] float32 · min 0 · max 1 · mean 0.5</c>.</summary>
    public static string Line(Tensor tensor)
    {
        if (tensor.IsInvalid) return "Tensor (disposed)";
        var head = $"Tensor {ShapeText.Of(tensor)} {ShapeText.Type(tensor.dtype)}";
        if (tensor.count == 0) return head + " · empty";
        var graph = tensor.grad_fn is { } function ? $" · {function.Name}" : tensor.requires_grad ? " · requires grad" : "";
        var sample = Sample.Read(tensor);
        if (tensor.count <= FewElements)
        {
            var elements = string.Join(", ",
                sample.Values.Length == 1 || tensor.is_contiguous()
                    ? sample.Values.Select(v => Element(tensor, v))
                    : tensor.detach().contiguous().to(float64).ToArray<double>().Select(v => Element(tensor, v)));
            return $"{head} · {(tensor.ndim == 0 ? elements : $"[{elements}]")}{graph}";
        }

        return $"{head} · {StatisticsText.Line(Statistics.Of(tensor, sample))}{graph}";
    }

    /// <summary>An element in few characters.</summary>
    public static string Element(Tensor tensor, double value) => tensor.dtype switch
    {
        ScalarType.Bool => value != 0 ? "True" : "False",
        _ when !tensor.is_floating_point() => ((long)value).ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => NumberText.Short(value),
    };

    /// <summary>An element in fewer characters still, for a cell of a heatmap.</summary>
    public static string Brief(Tensor tensor, double value) =>
        tensor.is_floating_point() ? NumberText.Short(value, 3) : Element(tensor, value);

    /// <summary>The Euclidean norm; of a large tensor estimated from its sample.</summary>
    public static double Norm(Tensor tensor)
    {
        var sample = Sample.Read(tensor);
        double squares = 0;
        foreach (var value in sample.Values) squares += value * value;
        return sample.Values.Length == 0 ? 0 : Math.Sqrt(squares / sample.Values.Length * sample.Of);
    }
}
