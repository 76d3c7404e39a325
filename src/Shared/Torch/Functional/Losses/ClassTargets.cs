namespace Qiansi.Torch.Functional;

/// <summary>Targets that are numbers of classes.</summary>
internal static class ClassTargets
{
    public static void Check(string loss, Tensor input, Tensor target, Tensor? weight, long ignored)
    {
        if (input.sizes.Length == 0)
            throw new ArgumentException($"{loss}: the input is a single number; it needs a dimension of classes, (N, C)");
        var classes = input.sizes[input.sizes.Length == 1 ? 0 : 1];
        long[] expected = input.sizes.Length == 1 ? [] : [input.sizes[0], .. input.sizes[2..]];
        if (target.type != ScalarType.Int64)
        {
            var fix = target.type.IsFloating() && !Shape.Same(input.sizes, target.sizes)
                ? $"; or give probabilities of the input's shape {Shape.Text(input.sizes)}" : "";
            throw new ArgumentException(
                $"{loss}: the target is {target.type.TorchName()} of shape {Shape.Text(target.sizes)}; classes are int64: "
                    + $"target.to(torch.int64){fix}");
        }
        if (!Shape.Same(target.sizes, expected))
            throw new ArgumentException(
                $"{loss}: input {Shape.Text(input.sizes)} has {classes} classes in dimension {(input.sizes.Length == 1 ? 0 : 1)} and "
                    + $"needs a target of shape {Shape.Text(expected)}, not {Shape.Text(target.sizes)}{Advice(input, target)}");
        if (weight is not null && (weight.sizes.Length != 1 || weight.sizes[0] != classes))
            throw new ArgumentException(
                $"{loss}: weight has shape {Shape.Text(weight.sizes)}; one number for each of the {classes} classes is needed");
        var labels = target.Contiguous();
        var span = labels.Span<long>();
        for (var i = 0; i < span.Length; i++)
        {
            if (((ulong)span[i] >= (ulong)classes) && span[i] != ignored)
                throw new ArgumentException(
                    $"{loss}: target {span[i]} at place {i} is no class: the input (shape {Shape.Text(input.sizes)}) has {classes}, "
                        + $"numbered 0 to {classes - 1}");
        }
        GC.KeepAlive(labels);
    }

    private static string Advice(Tensor input, Tensor target)
    {
        if (input.sizes.Length == 3 && target.sizes.Length == 2 && Shape.Same(target.sizes, input.sizes.AsSpan(0, 2)))
            return "; of sequences (B, T, C) flatten both: input.view(-1, C), target.view(-1)";
        if (target.sizes.Length == input.sizes.Length && target.sizes[^1] == 1) return "; squeeze the target's last dimension";
        return "";
    }
}
