using System.Text.RegularExpressions;
using Qiansi.Contracts;

namespace Qiansi.Engine.Languages.Http;

/// <summary>One request of a cell, as <c>.http</c> files have it.</summary>
/// <param name="Method">GET when it is left out.</param>
/// <param name="Address">An absolute address.</param>
/// <param name="Headers">In the order they stand.</param>
/// <param name="Body">What follows the first empty line; null when nothing does.</param>
/// <param name="Line">0-based line of the cell it begins at.</param>
internal sealed partial record HttpRequestText(
    string Method, Uri Address, IReadOnlyList<(string Name, string Value)> Headers, string? Body, int Line)
{
    /// <summary>The methods of RFC 9110 and RFC 5789 that a request begins with.</summary>
    public static readonly IReadOnlyList<string> Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

    /// <summary>Reads the requests of a cell, which lines that begin with <c>###</c> part.</summary>
    /// <param name="block">The cell.</param>
    /// <param name="valueOf">The text of a variable that <c>{{name}}</c> asks for; null when there is none.</param>
    /// <exception cref="DirectiveException">A line cannot be read; the message has its place.</exception>
    public static List<HttpRequestText> Parse(CodeBlock block, Func<string, string?> valueOf)
    {
        var lines = block.Code.ReplaceLineEndings("\n").Split('\n');
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        var requests = new List<HttpRequestText>();
        for (var at = 0; at < lines.Length; at++)
        {
            if (IsRemark(lines[at]) || string.IsNullOrWhiteSpace(lines[at])) continue;
            if (Variable().Match(lines[at]) is { Success: true } variable)
            {
                given[variable.Groups["name"].Value] = Filled(at, variable.Groups["value"].Value.Trim());
                continue;
            }

            requests.Add(Request(ref at));
        }

        return requests;

        HttpRequestText Request(ref int at)
        {
            var begin = at;
            var first = Filled(at, lines[at]).Trim();
            var method = Methods.FirstOrDefault(m => first.StartsWith($"{m} ", StringComparison.OrdinalIgnoreCase));
            var address = (method is null ? first : first[method.Length..].Trim()).Split(" HTTP/", 2)[0].Trim();
            // An address may go on in lines that are moved in.
            for (; at + 1 < lines.Length && lines[at + 1] is [' ' or '\t', ..] && lines[at + 1].Trim() is ['?' or '&', ..] more; at++)
                address += Filled(at + 1, more);
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
                throw Wrong(begin, $"'{address}' is no address; a request begins with one of {string.Join(", ", Methods)} "
                    + "and an address: GET https://….");
            var headers = new List<(string, string)>();
            for (at++; at < lines.Length && !string.IsNullOrWhiteSpace(lines[at]) && !IsEnd(lines[at]); at++)
            {
                if (IsRemark(lines[at])) continue;
                var colon = lines[at].IndexOf(':', StringComparison.Ordinal);
                if (colon <= 0)
                    throw Wrong(at, $"'{lines[at].Trim()}' is no header; write Name: value, and an empty line before the body.");
                headers.Add((lines[at][..colon].Trim(), Filled(at, lines[at][(colon + 1)..].Trim())));
            }

            var body = new List<string>();
            for (; at < lines.Length && !IsEnd(lines[at]); at++) body.Add(Filled(at, lines[at]));
            var text = string.Join('\n', body).Trim('\n');
            return new(method ?? "GET", uri, headers, text.Length == 0 ? null : text, block.FirstLine + begin);
        }

        string Filled(int at, string text) => Placeholder().Replace(text, match =>
        {
            var name = match.Groups["name"].Value.Trim();
            if (!Name().IsMatch(name))
                throw Wrong(at, $"{match.Value}: between the braces stands the name of a variable; keep what else is meant in one first.");
            return given.TryGetValue(name, out var value) ? value : valueOf(name)
                ?? throw Wrong(at, $"{{{{{name}}}}}: neither this cell (@{name} = …) nor C# has a variable of this name.");
        });

        DirectiveException Wrong(int at, string message) => new($"#!http: {block.CellName}, line {block.FirstLine + at + 1}: {message}");
    }

    private static bool IsEnd(string line) => line.StartsWith("###", StringComparison.Ordinal);

    private static bool IsRemark(string line) =>
        line.TrimStart() is ['#', ..] or ['/', '/', ..];

    [GeneratedRegex(@"^\s*@(?<name>\w+)\s*=(?<value>.*)$")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^\w+$")]
    private static partial Regex Name();

    [GeneratedRegex(@"\{\{(?<name>[^{}]*)\}\}")]
    private static partial Regex Placeholder();
}
