namespace Qiansi.Engine.CSharp.Errors;

/// <summary>Names of other languages, and what C# has for them; and a word of C# that scripts take for a name.</summary>
internal static class ForeignNames
{
    // The parser of scripts reads a call; what stands behind a name, or in a function, is awaited.
    private const string Await = "At the top of a cell, await cannot stand before a parenthesis: give the task a name first, "
        + "var task = …; await task;";

    private static readonly Dictionary<string, string> Meanings = new(StringComparer.Ordinal)
    {
        ["print"] = "Console.WriteLine(…), or the value alone as the cell's last line",
        ["printfn"] = "Console.WriteLine(…)",
        ["printf"] = "Console.Write(…)",
        ["len"] = ".Length of an array or string, .Count of a list",
        ["range"] = "Enumerable.Range(start, count)",
        ["enumerate"] = "items.Index()",
        ["sorted"] = "items.Order()",
        ["input"] = "Console.ReadLine()",
        ["str"] = "x.ToString() or $\"{x}\"",
        ["isinstance"] = "x is Type",
        ["None"] = "null",
        ["nil"] = "null",
        ["nullptr"] = "null",
        ["True"] = "true",
        ["False"] = "false",
        ["self"] = "this",
        ["np"] = "torch for tensors (zeros, linspace, …) and Math for numbers",
        ["plt"] = "Chart (Chart.Line, Chart.Scatter, …)",
        ["pd"] = "#r \"nuget: Microsoft.Data.Analysis\" and its DataFrame",
    };

    /// <summary>A sentence for a name that people bring from Python, F# or C++, and for <c>await (</c>; null for any other.</summary>
    public static string? Find(string name) =>
        name == "await" ? Await : Meanings.TryGetValue(name, out var meaning) ? $"In C#: {meaning}." : null;
}
