using System.Text;
using Qiansi.Tensors.Heatmaps;
using Qiansi.Tensors.Pictures;

namespace Qiansi.Tensors;

/// <summary>A text as its tokens.</summary>
public static class TensorTokens
{
    private const int Most = 400, MostInWords = 64;

    /// <summary>
    /// The tokens of a text one after the other, each on the colour of its number: surprisal, attention, a gradient. The pointer tells
    /// token and number.
    /// </summary>
    /// <param name="values">(tokens): a number each.</param>
    /// <param name="tokens">The tokens' texts; 400 are shown.</param>
    /// <param name="measure">What the numbers are, in words: <c>surprisal, nats</c>.</param>
    /// <param name="min">The number at the start of the colours; null: the smallest.</param>
    /// <param name="max">The number at the end of the colours; null: the largest.</param>
    /// <exception cref="ArgumentException">The tensor has another shape, or there are not as many tokens as numbers.</exception>
    public static TensorPicture AsTokens(
        this Tensor values, IEnumerable<string> tokens, string measure = "", double? min = null, double? max = null)
    {
        var texts = tokens.ToList();
        if (values.ndim != 1 || values.count == 0)
            throw new ArgumentException($"AsTokens: numbers of tokens are (tokens), this tensor is {ShapeText.Of(values)}");
        if (texts.Count != values.count) throw new ArgumentException($"AsTokens: {texts.Count} tokens for {values.count} numbers");
        var numbers = values.detach().to(float64).cpu().ToArray<double>();
        var statistics = Statistics.Of(numbers);
        var scale = (statistics.SignsMix ? HeatScale.Of(statistics) : new HeatScale(statistics.Min, statistics.Max, ColorScale.Blues))
            .Between(min, max);
        var note = $"{texts.Count} tokens{(measure.Length > 0 ? $", {measure}" : "")}: {NumberText.Short(statistics.Min, 3)} to "
            + $"{NumberText.Short(statistics.Max, 3)}, mean {NumberText.Short(statistics.Mean, 3)}";
        if (texts.Count > Most) note += $"; the first {Most} are shown";
        return new TensorPicture(
            new Card().Markup(Strip(texts, numbers, scale)).Note(note).ToString(), $"{note}\n{Words(texts, numbers)}");
    }

    private static string Strip(List<string> tokens, double[] numbers, HeatScale scale)
    {
        var strip = new StringBuilder("<div style=\"font-family:").Append(Theme.Mono)
            .Append(";white-space:pre-wrap;overflow-wrap:anywhere;line-height:1.7\">");
        foreach (var (token, value) in tokens.Zip(numbers).Take(Most))
        {
            var color = scale.At(value);
            strip.Append($"<span style=\"background:{color};color:{color.TextOnTop}\" title=\"")
                .Append(MarkupText.Escape($"{Visible(token)}: {NumberText.Short(value, 3)}")).Append("\">")
                .Append(MarkupText.Escape(token.Replace("\n", "↵"))).Append("</span>");
            if (token.Contains('\n')) strip.Append("<br/>");
        }

        return strip.Append("</div>").ToString();
    }

    private static string Words(List<string> tokens, double[] numbers)
    {
        var words = tokens.Zip(numbers, (token, value) => $"{Visible(token)} {NumberText.Short(value, 2)}").Take(MostInWords);
        return string.Join(" · ", words) + (tokens.Count > MostInWords ? $" · … {tokens.Count - MostInWords} more" : "");
    }

    private static string Visible(string token) => token.Replace(' ', '␣').Replace("\n", "↵");
}
