using System.Globalization;

namespace Qiansi.Torch.Printing;

/// <summary>A tensor in the style of a language.</summary>
internal sealed class StyledText
{
    private readonly Tensor tensor;
    private readonly PrintOptions options;
    private readonly bool summarised;
    private readonly int width;

    private StyledText(Tensor tensor, PrintOptions options)
    {
        this.tensor = tensor;
        this.options = options;
        summarised = tensor.count > options.Threshold;
        width = Places(0, tensor.offset).Select(place => Element(place).Length).DefaultIfEmpty(0).Max();
    }

    public static string Of(Tensor tensor, TensorStringStyle style, PrintOptions options)
    {
        if (style == TensorStringStyle.Default) return TensorText.Of(tensor, options);
        var head = tensor.metastr();
        if (style == TensorStringStyle.Metadata) return head;
        var text = new StyledText(tensor, options with { FloatFormat = options.FloatFormat ?? "g5" });
        return style switch
        {
            TensorStringStyle.Numpy => text.Nested(0, tensor.offset, 0),
            TensorStringStyle.CSharp => $"{head}, value = {text.Array()}",
            _ => tensor.sizes.Length == 0 ? $"{head}, value = {text.Element(tensor.offset)}" : head + text.Slices(0, tensor.offset, []),
        };
    }

    /// <summary>The indices of a dimension that are shown, −1 for the dots.</summary>
    private IEnumerable<long> Indices(int dim)
    {
        var n = tensor.sizes[dim];
        var cut = summarised && n > 2 * options.EdgeItems;
        for (long i = 0; i < n; i++)
        {
            if (!cut || i < options.EdgeItems || i >= n - options.EdgeItems) yield return i;
            else if (i == options.EdgeItems) yield return -1;
        }
    }

    private IEnumerable<long> Places(int dim, long place) => dim == tensor.sizes.Length
        ? [place]
        : Indices(dim).Where(i => i >= 0).SelectMany(i => Places(dim + 1, place + (i * tensor.strides[dim])));

    private string Element(long place)
    {
        var value = tensor.At(place);
        var culture = options.Culture ?? CultureInfo.InvariantCulture;
        if (tensor.type == ScalarType.Bool) return value != 0 ? "True" : "False";
        if (!tensor.type.IsFloating()) return ((long)value).ToString(CultureInfo.InvariantCulture);
        return tensor.type == ScalarType.Float64 ? value.ToString(options.FloatFormat, culture)
            : ((float)value).ToString(options.FloatFormat, culture);
    }

    private string Nested(int dim, long place, int indent)
    {
        var left = tensor.sizes.Length - dim;
        if (left == 0) return Element(place).PadLeft(width);
        var parts = Indices(dim).Select(i => i < 0 ? "..." : Nested(dim + 1, place + (i * tensor.strides[dim]), indent + 1));
        var end = "\n" + new string(' ', indent + 1);
        if (left > 1) return "[" + string.Join(new string('\n', left - 2) + end, parts) + "]";
        var perLine = Math.Max(1, (options.LineWidth - indent) / (width + 1));
        return "[" + string.Join(end, parts.Chunk(perLine).Select(line => string.Join(" ", line))) + "]";
    }

    private string Array()
    {
        var (type, suffix) = tensor.type switch
        {
            ScalarType.Bool => ("bool", ""),
            ScalarType.Byte => ("byte", ""),
            ScalarType.Int8 => ("sbyte", ""),
            ScalarType.Int16 => ("short", ""),
            ScalarType.Int32 => ("int", ""),
            ScalarType.Int64 => ("long", "L"),
            ScalarType.Float64 => ("double", ""),
            _ => ("float", "f"),
        };
        return tensor.sizes.Length == 0
            ? Literal(tensor.offset, type, suffix)
            : $"{type}[{new string(',', tensor.sizes.Length - 1)}] {Braces(0, tensor.offset, type, suffix)}";
    }

    private string Braces(int dim, long place, string type, string suffix)
    {
        if (dim == tensor.sizes.Length) return Literal(place, type, suffix);
        var parts = Indices(dim).Select(i => i < 0 ? "..." : Braces(dim + 1, place + (i * tensor.strides[dim]), type, suffix));
        return "{" + string.Join(dim == tensor.sizes.Length - 1 ? ", " : ",\n" + new string(' ', dim + 1), parts) + "}";
    }

    private string Literal(long place, string type, string suffix)
    {
        if (type == "bool") return Element(place).ToLowerInvariant();
        var value = tensor.At(place);
        if (double.IsFinite(value)) return Element(place) + suffix;
        return $"{type}.{(double.IsNaN(value) ? "NaN" : value > 0 ? "PositiveInfinity" : "NegativeInfinity")}";
    }

    /// <summary>The matrices of the last two dimensions, each under its indices.</summary>
    private string Slices(int dim, long place, long[] indices)
    {
        if (tensor.sizes.Length - dim > 2)
            return string.Concat(Indices(dim).Select(i => i < 0 ? "\n..."
                : Slices(dim + 1, place + (i * tensor.strides[dim]), [.. indices, i])));
        var head = indices.Length == 0 ? "\n" : $"\n[{string.Join(",", indices)},..,..] =\n";
        var rows = tensor.sizes.Length == 1
            ? [Row(0, place)]
            : Indices(dim).Select(i => i < 0 ? " ..." : Row(dim + 1, place + (i * tensor.strides[dim])));
        return head + string.Join("\n", rows);
    }

    private string Row(int dim, long place)
    {
        var fits = Math.Max(1, (options.LineWidth - 4) / (width + 1));
        var elements = Indices(dim).Select(i => i < 0 ? "..." : Element(place + (i * tensor.strides[dim])).PadLeft(width)).ToArray();
        return " " + string.Join(" ", elements.Length > fits ? [.. elements[..fits], "..."] : elements);
    }
}
