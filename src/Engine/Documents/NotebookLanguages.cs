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

    /// <summary>The other spellings of a language.</summary>
    public static IReadOnlyList<string> AliasesOf(string name) => Known.FirstOrDefault(n => n[0] == name) is [_, .. var aliases] ? aliases : [];
}
