namespace Qiansi.Torch.Functional;

/// <summary>What losses have in common.</summary>
internal static class Losses
{
    public static Tensor Reduce(Tensor loss, nn.Reduction reduction) => reduction switch
    {
        nn.Reduction.Mean => loss.mean(),
        nn.Reduction.Sum => loss.sum(),
        _ => loss,
    };

    /// <summary>
    /// Input and target must be of one shape, or one a broadcast of the other: [64, 1] against [64] would silently compare each with each.
    /// </summary>
    public static void CheckShapes(string loss, Tensor input, Tensor target)
    {
        if (Shape.Same(input.sizes, target.sizes) || Shape.Expands(input.sizes, target.sizes)
            || Shape.Expands(target.sizes, input.sizes)) return;
        var hint = input.count == target.count
            ? $"; reshape one: target.view_as(input), or squeeze/unsqueeze the dimension of size 1" : "; they must be of one shape";
        throw new ArgumentException($"{loss}: the input has shape {Shape.Text(input.sizes)}, the target {Shape.Text(target.sizes)}{hint}");
    }
}
