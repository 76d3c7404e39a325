using System.Text;

namespace Qiansi.Torch.Printing;

/// <summary>A tensor as PyTorch prints it.</summary>
internal sealed class TensorText
{
    private readonly Tensor tensor;
    private readonly PrintOptions options;
    private readonly bool summarised;
    private readonly ElementFormat format;

    private TensorText(Tensor tensor, PrintOptions options)
    {
        this.tensor = tensor;
        this.options = options;
        summarised = tensor.count > options.Threshold;
        var shown = new List<double>();
        Shown(0, tensor.offset, shown);
        format = new ElementFormat(tensor.type, shown, options);
    }

    public static string Of(Tensor tensor, PrintOptions options)
    {
        const string Prefix = "tensor(";
        var suffixes = new List<string>();
        string body;
        if (tensor.count == 0)
        {
            if (tensor.sizes.Length != 1) suffixes.Add("size=(" + string.Join(", ", tensor.sizes) + ")");
            if (tensor.type != get_default_dtype()) suffixes.Add("dtype=" + tensor.type.TorchName());
            body = Prefix + "[]";
        }
        else
        {
            if (tensor.type != get_default_dtype() && tensor.type is not (ScalarType.Int64 or ScalarType.Bool))
                suffixes.Add("dtype=" + tensor.type.TorchName());
            body = Prefix + new TensorText(tensor, options).Block(0, tensor.offset, Prefix.Length);
        }
        if (tensor.grad_fn is { } function) suffixes.Add($"grad_fn=<{function.Name}>");
        else if (tensor.requires_grad) suffixes.Add("requires_grad=True");
        GC.KeepAlive(tensor);
        return WithSuffixes(body, suffixes, Prefix.Length, options.LineWidth);
    }

    private static string WithSuffixes(string body, List<string> suffixes, int indent, int lineWidth)
    {
        var text = new StringBuilder(body);
        var line = body.Length - body.LastIndexOf('\n') + 1;
        foreach (var suffix in suffixes)
        {
            if (line + suffix.Length + 2 > lineWidth)
            {
                text.Append(",\n").Append(' ', indent).Append(suffix);
                line = indent + suffix.Length;
            }
            else
            {
                text.Append(", ").Append(suffix);
                line += suffix.Length + 2;
            }
        }
        return text.Append(')').ToString();
    }

    private bool Cut(int dim) => summarised && tensor.sizes[dim] > 2 * options.EdgeItems;

    /// <summary>The indices of a dimension that are shown, −1 for the dots.</summary>
    private IEnumerable<long> Indices(int dim)
    {
        var n = tensor.sizes[dim];
        if (!Cut(dim))
        {
            for (long i = 0; i < n; i++) yield return i;
            yield break;
        }
        for (long i = 0; i < options.EdgeItems; i++) yield return i;
        yield return -1;
        for (var i = n - options.EdgeItems; i < n; i++) yield return i;
    }

    private void Shown(int dim, long place, List<double> values)
    {
        if (dim == tensor.sizes.Length)
        {
            values.Add(tensor.At(place));
            return;
        }
        foreach (var i in Indices(dim))
        {
            if (i >= 0) Shown(dim + 1, place + (i * tensor.strides[dim]), values);
        }
    }

    private string Block(int dim, long place, int indent)
    {
        var left = tensor.sizes.Length - dim;
        if (left == 0) return format.Format(tensor.At(place));
        if (left == 1) return Line(dim, place, indent);
        var parts = Indices(dim).Select(i => i < 0 ? "..." : Block(dim + 1, place + (i * tensor.strides[dim]), indent + 1));
        return "[" + string.Join("," + new string('\n', left - 1) + new string(' ', indent + 1), parts) + "]";
    }

    private string Line(int dim, long place, int indent)
    {
        var perLine = Math.Max(1, (options.LineWidth - indent) / (format.Width + 2));
        var elements = Indices(dim).Select(i => i < 0 ? " ..." : format.Format(tensor.At(place + (i * tensor.strides[dim]))));
        var lines = elements.Chunk(perLine).Select(line => string.Join(", ", line));
        return "[" + string.Join(",\n" + new string(' ', indent + 1), lines) + "]";
    }
}
