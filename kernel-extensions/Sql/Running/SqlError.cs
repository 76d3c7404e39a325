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
    public static CellError Of(Exception error, CodeBlock block, int start)
    {
        var (message, index) = (error.Message.Trim(), start + ((error as SqlCellException)?.Index ?? 0));
        if (Place().Match(message) is { Success: true } place)
        {
            var line = int.Parse(place.Groups["line"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            var column = place.Groups["mark"].Length - place.Groups["label"].Length;
            for (; line > 1; line--) index = block.Code.IndexOf('\n', index) + 1;
            // The beginning of a long line is cut, and its mark says nothing then.
            if (!place.Groups["text"].Value.StartsWith("...", StringComparison.Ordinal))
                index = Math.Min(index + column, block.Code.Length);
            message = message[..place.Index].TrimEnd();
        }

        var before = block.Code.AsSpan(0, index);
        var (row, begin) = (before.Count('\n'), before.LastIndexOf('\n') + 1);
        var end = block.Code.IndexOf('\n', begin) is var found and >= 0 ? found : block.Code.Length;
        var where = string.Create(CultureInfo.InvariantCulture, $"{block.CellName} ({row + block.FirstLine + 1},{index - begin + 1})");
        var kind = Kind().Match(message) is { Success: true } named ? named.Value : "SQL";
        return new(kind, $"{where}: {message}", [$"{Blue}{where}:{Reset} {Red}{message}{Reset}",
            $"    {block.Code[begin..end].TrimEnd()}", $"    {new string(' ', index - begin)}^"]);
    }

    [GeneratedRegex(@"^(?<label>LINE (?<line>\d+): )(?<text>.*)\n(?<mark> *)\^", RegexOptions.Multiline)]
    private static partial Regex Place();

    [GeneratedRegex(@"^[\w ]+ Error(?=: )")]
    private static partial Regex Kind();
}
