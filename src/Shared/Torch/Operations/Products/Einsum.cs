namespace Qiansi.Torch.Operations;

/// <summary>Einstein summation, two operands at a time, each pair as one batched matrix product.</summary>
internal static class Einsum
{
    public static Tensor Run(string equation, Tensor[] tensors)
    {
        var text = equation.Replace(" ", "");
        var arrow = text.IndexOf("->", StringComparison.Ordinal);
        var inputs = (arrow < 0 ? text : text[..arrow]).Split(',');
        if (inputs.Length != tensors.Length)
            throw new ArgumentException($"einsum: \"{equation}\" has {inputs.Length} operands, {tensors.Length} tensors are given");
        var rest = 0;
        for (var i = 0; i < inputs.Length; i++)
        {
            if (inputs[i].Contains("...")) rest = Math.Max(rest, tensors[i].sizes.Length - (inputs[i].Length - 3));
        }
        // "..." becomes letters of its own: '0', '1', … counted from the last.
        var dots = string.Concat(Enumerable.Range(0, rest).Select(i => (char)('0' + rest - 1 - i)));
        var operands = new (string Labels, Tensor Tensor)[inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
        {
            var own = tensors[i].sizes.Length - (inputs[i].Length - 3);
            operands[i] = Diagonals(inputs[i].Replace("...", own >= 0 && own <= rest ? dots[(rest - own)..] : ""), tensors[i], equation);
        }
        var output = arrow >= 0 ? text[(arrow + 2)..].Replace("...", dots) : dots + Implied(inputs);
        if (output.Distinct().Count() != output.Length)
            throw new ArgumentException($"einsum: a letter appears twice in the result of \"{equation}\"");
        foreach (var label in output)
        {
            if (!operands.Any(o => o.Labels.Contains(label)))
                throw new ArgumentException($"einsum: \"{label}\" of the result of \"{equation}\" is in no operand");
        }
        var result = operands[0];
        for (var i = 1; i < operands.Length; i++)
        {
            var later = output + string.Concat(operands.Skip(i + 1).Select(o => o.Labels));
            result = Pair(SumOut(result, later + operands[i].Labels), SumOut(operands[i], later + result.Labels), later, equation);
        }
        result = SumOut(result, output);
        return result.Tensor.permute(output.Select(label => (long)result.Labels.IndexOf(label)).ToArray());
    }

    private static string Implied(string[] inputs)
    {
        var all = string.Concat(inputs).Replace(".", "");
        return string.Concat(all.Where(label => all.Count(l => l == label) == 1).Order());
    }

    /// <summary>A letter that appears twice in an operand takes its diagonal.</summary>
    private static (string, Tensor) Diagonals(string labels, Tensor tensor, string equation)
    {
        if (labels.Length != tensor.sizes.Length)
            throw new ArgumentException(
                $"einsum: \"{labels}\" of \"{equation}\" names {labels.Length} dimensions, its tensor has shape "
                    + $"{Shape.Text(tensor.sizes)}");
        for (var i = 0; i < labels.Length; i++)
        {
            var again = labels.IndexOf(labels[i], i + 1);
            if (again < 0) continue;
            if (tensor.sizes[i] != tensor.sizes[again])
                throw new ArgumentException(
                    $"einsum: \"{labels[i]}\" stands for sizes {tensor.sizes[i]} and {tensor.sizes[again]} in \"{equation}\"");
            tensor = tensor.diagonal(0, i, again);
            labels = labels.Remove(again, 1).Remove(i, 1) + labels[i];
            i = -1;
        }
        return (labels, tensor);
    }

    private static (string Labels, Tensor Tensor) SumOut((string Labels, Tensor Tensor) operand, string needed)
    {
        var gone = Enumerable.Range(0, operand.Labels.Length).Where(i => !needed.Contains(operand.Labels[i]))
            .Select(i => (long)i).ToArray();
        return gone.Length == 0 ? operand : (string.Concat(operand.Labels.Where(needed.Contains)), operand.Tensor.sum(gone));
    }

    private static (string Labels, Tensor Tensor) Pair((string Labels, Tensor Tensor) a, (string Labels, Tensor Tensor) b, string needed,
        string equation)
    {
        var batch = string.Concat(a.Labels.Where(l => b.Labels.Contains(l) && needed.Contains(l)));
        var summed = string.Concat(a.Labels.Where(l => b.Labels.Contains(l) && !needed.Contains(l)));
        var left = string.Concat(a.Labels.Except(batch + summed));
        var right = string.Concat(b.Labels.Except(batch + summed));
        var sizes = new Dictionary<char, long>();
        foreach (var (labels, tensor) in new[] { a, b })
        {
            for (var i = 0; i < labels.Length; i++)
            {
                var size = tensor.sizes[i];
                if (sizes.TryGetValue(labels[i], out var known) && known != size && known != 1 && size != 1)
                    throw new ArgumentException(
                        $"einsum: \"{labels[i]}\" stands for sizes {known} and {size} in \"{equation}\" (shapes "
                            + $"{Shape.Text(a.Tensor.sizes)} and {Shape.Text(b.Tensor.sizes)})");
                sizes[labels[i]] = Math.Max(size, sizes.GetValueOrDefault(labels[i], size));
            }
        }
        long[] Of(string labels) => [.. labels.Select(l => sizes[l])];
        var x = Arrange(a, batch + left + summed, sizes).reshape(Shape.Count(Of(batch)), Shape.Count(Of(left)), Shape.Count(Of(summed)));
        var y = Arrange(b, batch + summed + right, sizes).reshape(Shape.Count(Of(batch)), Shape.Count(Of(summed)), Shape.Count(Of(right)));
        return (batch + left + right, x.bmm(y).reshape(Of(batch + left + right)));
    }

    private static Tensor Arrange((string Labels, Tensor Tensor) operand, string order, Dictionary<char, long> sizes) =>
        operand.Tensor.permute(order.Select(l => (long)operand.Labels.IndexOf(l)).ToArray()).expand(order.Select(l => sizes[l]).ToArray());
}
