using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Qiansi.Contracts;
using Qiansi.Documents;

namespace Qiansi.Documents.Tests;

/// <summary>Random notebooks and random JSON layouts, with the strings that break careless code.</summary>
internal static class Arbitrary
{
    private static readonly string[] Pieces =
    [
        "", "a", "\n", "\r\n", "\r", "\t", "\"", "\\", "\\n", "/", "\u0000", "\u0001", "\u001b[31m", "\u007f", "\u0085", "\u2028",
        "中文", "é", "😀", "\ud83d", "\udc00",
        "#!csharp", "#!html\n", "\n#!markdown\n", "#!meta", "<script>", "var x = 1;", "  ", "\ufeff", "{\"a\":1}", "'", "\u00a0",
    ];

    public static Gen<string> Text { get; } = Gen.Elements(Pieces).ArrayOf().Select(p => string.Concat(p.Take(8)));

    /// <summary>Text that a .dib cell can hold: it neither names a language at the start of a line nor has blank lines around it,
    /// and is Unicode.</summary>
    public static Gen<string> DibText { get; } = Text.Select(t =>
        t.Replace("#!", "# ", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Trim('\n'))
        .Select(t => string.Concat(t.EnumerateRunes()));

    public static Gen<JsonNode?> Node { get; } = Gen.Sized(NodeOf);

    public static Gen<JsonObject> Object { get; } = Gen.Zip(Text, Node).ArrayOf().Select(ToObject);

    private static Gen<Output> Output { get; } = Gen.OneOf(
        Gen.Zip(Gen.Elements("stdout", "stderr"), Text).Select(p => (Output)new StreamOutput(p.Item1, p.Item2)),
        Zip(Gen.Elements("text/plain", "text/html", "image/png", "image/svg+xml", "x/中"), Text, Object)
            .Select(p => (Output)new DisplayOutput(MimeBundle.Of(p.Item1, p.Item2), p.Item3)),
        Zip(Node, Gen.Choose(0, 9), Text)
            .Select(p => (Output)new ResultOutput(
                new MimeBundle { { "application/json", p.Item1?.ToJsonString() ?? "null" }, { "text/plain", p.Item3 } }, p.Item2)),
        Zip(Text, Text, Text.ArrayOf()).Select(p => (Output)new ErrorOutput(p.Item1, p.Item2, p.Item3)));

    private static Gen<Cell> Cell { get; } =
        from kind in Gen.Elements(CellKind.Code, CellKind.Markdown, CellKind.Raw)
        from source in Text
        from metadata in Object
        from outputs in Output.ArrayOf()
        from attachments in Object
        from count in Gen.Choose(-1, 99)
        select new Cell(kind, source)
        {
            Metadata = metadata,
            Outputs = kind == CellKind.Code ? [.. outputs] : [],
            ExecutionCount = kind == CellKind.Code && count >= 0 ? count : null,
            Attachments = kind != CellKind.Code && count % 3 == 0 ? attachments : null,
        };

    public static Gen<Notebook> Notebook { get; } = Gen.Zip(Cell.ArrayOf(), Object).Select(p =>
    {
        var notebook = new Notebook { Metadata = p.Item2 };
        notebook.Cells.AddRange(p.Item1);
        return notebook;
    });

    public static Gen<Notebook> DibNotebook { get; } =
        Gen.Zip(Gen.Elements("csharp", "html", "markdown", "raw", "sql-books", "pwsh"), DibText).ArrayOf().Select(cells =>
        {
            var notebook = new Notebook();
            foreach (var (language, text) in cells)
            {
                var kind = language switch { "markdown" => CellKind.Markdown, "raw" => CellKind.Raw, _ => CellKind.Code };
                notebook.Cells.Add(new Cell(kind, text, kind == CellKind.Code ? language : null));
            }

            return notebook;
        });

    /// <summary>The same JSON with white space and escapes put in at random, which no two programs agree on.</summary>
    public static string Shake(string json, int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < json.Length; i++)
        {
            var c = json[i];
            if (quoted && c == '\\')
            {
                var length = json[i + 1] == 'u' ? 6 : 2;
                text.Append(json, i, length);
                i += length - 1;
                continue;
            }

            if (quoted && char.IsAsciiLetter(c) && random.Next(9) == 0)
            {
                text.Append($"\\u{(int)c:X4}");
                continue;
            }

            if (c == '"') quoted = !quoted;
            var space = !quoted && c is '{' or '}' or '[' or ']' or ',' or ':' && random.Next(3) == 0
                ? string.Concat(Enumerable.Range(0, 3).Select(_ => " \n\t\r"[random.Next(4)])) : "";
            text.Append(c is '}' or ']' ? space + c : c + (c == '"' ? "" : space));
        }

        return text.ToString();
    }

    private static Gen<JsonNode?> NodeOf(int size)
    {
        var leaf = Gen.OneOf(
            Gen.Constant<JsonNode?>(null),
            Gen.Elements(true, false).Select(b => (JsonNode?)JsonValue.Create(b)),
            Gen.Elements("0", "-0", "1.0", "1e5", "12345678901234567890123", "0.1000", "-2.5E-7").Select(n => JsonNode.Parse(n)),
            Text.Select(t => (JsonNode?)JsonValue.Create(t)));
        if (size <= 1) return leaf;
        var smaller = Gen.Resize(Gen.Sized(NodeOf), size / 3);
        return Gen.OneOf(
            leaf,
            smaller.ArrayOf().Select(items => (JsonNode?)ToArray(items)),
            Gen.Zip(Text, smaller).ArrayOf().Select(members => (JsonNode?)ToObject(members)));
    }

    /// <summary>Three values at once.</summary>
    public static Gen<(T1, T2, T3)> Zip<T1, T2, T3>(Gen<T1> first, Gen<T2> second, Gen<T3> third) =>
        Gen.Zip(first, Gen.Zip(second, third)).Select(p => (p.Item1, p.Item2.Item1, p.Item2.Item2));

    private static JsonArray ToArray(JsonNode?[] items) => new([.. items.Take(4).Select(i => i?.DeepClone())]);

    private static JsonObject ToObject((string Name, JsonNode? Value)[] members)
    {
        var json = new JsonObject();
        foreach (var (name, value) in members.Take(4)) json[name] = value?.DeepClone();
        return json;
    }
}
