namespace Qiansi.Engine.Documents;

/// <summary>The language names documents use, with the other spellings Polyglot Notebooks and Jupyter know.</summary>
internal static class NotebookLanguages
{
    /// <summary>Name, then aliases; the order is that of the list in a new file's metadata.</summary>
    private static readonly string[][] Known =
    [
        ["csharp", "cs", "c#"],
        ["fsharp", "fs", "f#"],
        ["pwsh", "powershell"],
        ["html"],
        ["javascript", "js"],
        ["markdown", "md"],
        ["mermaid"],
        ["sql"],
        ["kql"],
        ["http"],
        ["value"],
        ["python"],
        ["snl"],
        ["raw"],
    ];

    /// <summary>The name for a name or alias in any case, or null when it is not a language of documents.</summary>
    public static string? Find(string nameOrAlias)
    {
        foreach (var names in Known)
            foreach (var name in names)
                if (name.Equals(nameOrAlias, StringComparison.OrdinalIgnoreCase)) return names[0];
        return null;
    }

    /// <summary>Whether Polyglot Notebooks starts a cell at <c>#!name</c> without being told of the name in <c>#!meta</c>.</summary>
    public static bool IsPolyglots(string name) => Find(name) == name && name is not ("python" or "snl" or "raw");
}
