using System.Globalization;
using System.Text.RegularExpressions;
using Qiansi.Contracts;

namespace Qiansi.SqlCells.Running;

/// <summary>What a cell cannot do, with its place.</summary>
/// <param name="message">What is wrong, and the way out.</param>
/// <param name="index">Index of the place in the statement.</param>
internal sealed class SqlCellException(string message, int index = 0) : Exception(message)
{
    /// <summary>Index of the place in the statement.</summary>
    public int Index => index;
}

/// <summary>Errors with the cell's own lines.</summary>
internal static partial class SqlError
{
    private const string Red = "\e[31m", Blue = "\e[34m", Reset = "\e[0m";

    /// <param name="error">What was thrown.</param>
    /// <param name="block">The cell.</param>
    /// <param name="start">Index of the statement in it.</param>
    /// <param name="values">The session's variables.</param>
    public static CellError Of(Exception error, CodeBlock block, int start, SessionValues values)
    {
        var (message, index) = (error.Message.Trim(), start + ((error as SqlCellException)?.Index ?? 0));
        if (Place().Match(message) is { Success: true } place)
        {
            var line = int.Parse(place.Groups["line"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            for (; line > 1; line--) index = block.Code.IndexOf('\n', index) + 1;
            // The beginning of a long line is cut, and its mark says nothing then.
            if (!place.Groups["text"].Value.StartsWith("...", StringComparison.Ordinal))
                index = AtColumn(block.Code, index, place.Groups["mark"].Length - place.Groups["label"].Length);
            message = message[..place.Index].TrimEnd();
        }

        if (Missing().Match(message) is { Success: true } missing && values.NameOf(missing.Groups[1].Value) is { } name)
        {
            var kind = values[name] is { } value ? $"a {value.GetType()}" : "null";
            message = $"{message.Split('\n')[0]} The variable '{name}' is {kind}; tables are collections of objects, numbers or texts, "
                + "data frames, data tables, and tensors of one or two dimensions.";
        }

        var before = block.Code.AsSpan(0, index);
        var (row, begin) = (before.Count('\n'), before.LastIndexOf('\n') + 1);
        var end = block.Code.IndexOf('\n', begin) is var found and >= 0 ? found : block.Code.Length;
        var where = string.Create(CultureInfo.InvariantCulture, $"{block.CellName} ({row + block.FirstLine + 1},{index - begin + 1})");
        return new(Kind().Match(message) is { Success: true } named ? named.Value : "SQL", $"{where}: {message}",
        [
            $"{Blue}{where}:{Reset} {Red}{message}{Reset}",
            $"    {block.Code[begin..end].TrimEnd()}", $"    {new string(' ', index - begin)}^",
        ]);
    }

    /// <summary>Where a mark stands, which counts wide characters as two.</summary>
    private static int AtColumn(string text, int from, int columns)
    {
        var at = from;
        for (; at < text.Length && text[at] != '\n' && columns > 0; at++)
        {
            // CJK, Hangul, full-width forms; half of a surrogate pair counts as one.
            columns -= text[at] is (>= '\u1100' and <= '\u115F') or (>= '\u2E80' and <= '\uA4CF') or (>= '\uAC00' and <= '\uD7A3')
                or (>= '\uF900' and <= '\uFAFF') or (>= '\uFE30' and <= '\uFE4F') or (>= '\uFF00' and <= '\uFF60') ? 2 : 1;
        }

        return at;
    }

    [GeneratedRegex(@"^Catalog Error: Table with name (.+) does not exist!")]
    private static partial Regex Missing();

    [GeneratedRegex(@"^(?<label>LINE (?<line>\d+): )(?<text>.*)\n(?<mark> *)\^", RegexOptions.Multiline)]
    private static partial Regex Place();

    [GeneratedRegex(@"^[\w ]+ Error(?=: )")]
    private static partial Regex Kind();
}
