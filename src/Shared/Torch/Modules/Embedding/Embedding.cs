using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>A table of vectors that are learned: indices (…) give (…, width).</summary>
public sealed class Embedding : nn.Module<Tensor, Tensor>
{
    private readonly long? padding;
    private Parameter weightParameter;

    internal Embedding(Parameter weight, long? padding_idx) : base(nameof(Embedding))
    {
        var rows = weight.size(0);
        if (padding_idx < -rows || padding_idx >= rows) throw new ArgumentException($"Embedding: padding_idx {padding_idx} is no row of a table of {rows}");
        padding = padding_idx < 0 ? padding_idx + rows : padding_idx;
        weightParameter = weight;
        register_parameter("weight", weight);
    }

    internal static Embedding Create(long rows, long width, long? padding_idx, ScalarType? dtype)
    {
        if (rows < 0 || width < 0) throw new ArgumentException($"Embedding: {rows} rows of {width}; sizes cannot be negative");
        var layer = new Embedding(new Parameter(empty([rows, width], dtype)), padding_idx);
        nn.init.normal_(layer.weight);
        using (no_grad())
        {
            if (layer.padding is { } row) layer.weight.select(0, row).fill_(0);
        }
        return layer;
    }

    /// <summary>The table, (rows, width). Set it to share one between layers.</summary>
    public Parameter weight
    {
        get => weightParameter;
        set => register_parameter("weight", weightParameter = value);
    }

    /// <summary>The rows of these numbers.</summary>
    /// <exception cref="ArgumentException">An index is no row.</exception>
    public override Tensor forward(Tensor input) => nn.functional.embedding(input, weightParameter, padding);

    /// <inheritdoc/>
    public override string extra_repr() => $"{weightParameter.sizes[0]}, {weightParameter.sizes[1]}{(padding is { } p ? $", padding_idx={p}" : "")}";
}
