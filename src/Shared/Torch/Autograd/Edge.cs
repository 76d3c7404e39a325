namespace Qiansi.Torch.Autograd;

/// <summary>Where a gradient flows next: an output of an earlier operation. Without a function, nowhere.</summary>
/// <param name="Function">The operation the gradient is handed to.</param>
/// <param name="Index">Which of its outputs the gradient is of.</param>
public readonly record struct Edge(Node? Function, int Index)
{
    internal static Edge Of(torch.Tensor? tensor)
    {
        if (tensor is null || !tensor.Tracked) return default;
        var function = tensor.GradFn;
        return function != null ? new Edge(function, tensor.outputNr) : new Edge(tensor.Accumulator(), 0);
    }
}
