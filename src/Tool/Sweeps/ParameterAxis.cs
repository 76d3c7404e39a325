using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Qiansi.Tool.Sweeps;

/// <summary>A parameter and the values that <c>--param name=…</c> gives it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">Its values, as text.</param>
internal sealed partial record ParameterAxis(string Name, IReadOnlyList<string> Values)
{
    /// <summary>Longer ranges are a mistake.</summary>
    private const int MostValues = 100_000;

    /// <summary>
    /// Commas separate values; <c>\,</c> and commas within double quotes or a JSON list do not. <c>1..3</c> is 1, 2, 3, the end included
    /// as in Bash's braces, and <c>0..1..0.25</c> has steps.
    /// </summary>
    /// <exception cref="CommandException">A range cannot be walked, a quote is not closed, or a value comes twice.</exception>
    public static ParameterAxis Parse(string name, string text)
    {
        var values = Items(name, text).SelectMany(i => i.IsQuoted ? [i.Text] : Range(name, i.Text)).ToList();
        if (values.GroupBy(v => v).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new CommandException(
                $"--param {name}: the value '{twice.Key}' is there twice.", "Its runs would be the same; leave one out.");
        return new(name, values);
    }

    private static IEnumerable<(string Text, bool IsQuoted)> Items(string name, string text)
    {
        var (item, depth, isQuoted, inQuotes) = (new StringBuilder(), 0, false, false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var isList = item.Length > 0 && item[0] == '[' && !isQuoted;
            if (c == '\\' && i + 1 < text.Length && (text[i + 1] is ',' or '"') && !isList)
            {
                item.Append(text[++i]);
            }
            else if (c == '"' && isList)
            {
                inQuotes = !inQuotes || text[i - 1] == '\\';
                item.Append(c);
            }
            // Quotes count around a whole value: 5" is a length.
            else if (c == '"' && (inQuotes ? i + 1 == text.Length || text[i + 1] == ',' : item.Length == 0 && !isQuoted && Closes(text, i)))
            {
                (inQuotes, isQuoted) = (!inQuotes, true);
            }
            else if (c == ',' && !inQuotes && depth == 0 && text.Length > 1)
            {
                yield return (item.ToString(), isQuoted);
                (item, isQuoted) = (new(), false);
            }
            else
            {
                if (!inQuotes && (isList || item.Length == 0)) depth = Math.Max(0, c == '[' ? depth + 1 : c == ']' ? depth - 1 : depth);
                item.Append(c);
            }
        }

        if (depth > 0)
            throw new CommandException($"--param {name}: the list {item} is not closed.", "Write lists as JSON: [64,32],[128,64]");
        yield return (item.ToString(), isQuoted);
    }

    /// <summary>Whether a quote has another at the end of its value.</summary>
    private static bool Closes(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
            if (text[i] == '"' && text[i - 1] != '\\' && (i + 1 == text.Length || text[i + 1] == ',')) return true;
        return false;
    }

    private static IEnumerable<string> Range(string name, string item)
    {
        if (RangeText().Match(item.Trim()) is not { Success: true } range) return [item];
        if (!Number(range.Groups[1], out var first) || !Number(range.Groups[2], out var last))
            throw new CommandException($"--param {name}: the range {item} has numbers of more than 28 digits.", "List the values.");
        var isWhole = decimal.IsInteger(first) && decimal.IsInteger(last);
        var step = range.Groups[3].Success && Number(range.Groups[3], out var given) ? Math.Abs(given) : isWhole ? 1 : 0;
        if (step == 0)
            throw new CommandException(
                $"--param {name}: the range {item} has no step.", $"Give one, such as {first}..{last}..0.1, or list the values.");
        var count = Math.Abs(last - first) / step;
        if (count >= MostValues)
            throw new CommandException($"--param {name}: the range {item} has more than {MostValues} values.", "Take larger steps.");
        var signed = last < first ? -step : step;
        return Enumerable.Range(0, (int)count + 1)
            .Select(i => (first + (i * signed)).ToString("0.#############", CultureInfo.InvariantCulture));
    }

    private static bool Number(Group text, out decimal number) =>
        decimal.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    [GeneratedRegex(@"^([+-]?\d+(?:\.\d+)?)\.\.([+-]?\d+(?:\.\d+)?)(?:\.\.([+-]?\d+(?:\.\d+)?))?$")]
    private static partial Regex RangeText();
}
