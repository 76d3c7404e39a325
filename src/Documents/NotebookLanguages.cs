namespace Qiansi.Documents;

/// <summary>The languages of cells: the one table that documents, the kernel, pages and the lab read.</summary>
/// <remarks>The lab has it as <c>src/Server/Lab/lab/languages/languages.json</c>, which <c>SNAPSHOTS=write dotnet test
/// tests/Documents.Tests</c> writes.</remarks>
public static class NotebookLanguages
{
    /// <summary>The main language of our kernel.</summary>
    public static readonly NotebookLanguage CSharp = new("csharp", "C#", "text/x-csharp", "c#", "cs")
    {
        Runs = true,
        Files = [".cs", ".csx"],
        Kernel = new(".NET (C#)", ".net-csharp", ".cs", "text/x-csharp", "csharp", "14.0"),
    };

    /// <summary>All, in the order of lists that people choose from.</summary>
    public static IReadOnlyList<NotebookLanguage> All { get; } =
    [
        CSharp,
        new("html", "HTML", "text/html") { Runs = true, Files = [".html", ".htm"] },
        new("javascript", "JavaScript", "text/javascript", "js") { Runs = true, Files = [".js"] },
        new("markdown", "Markdown", "text/x-markdown", "md") { Runs = true, Files = [".md"] },
        new("mermaid", "Mermaid", "text/x-mermaid") { Runs = true, Files = [".mmd", ".mermaid"] },
        new("snl", "SNL", "text/x-snl") { Runs = true, Files = [".snl"], IsPolyglots = false },
        new("value", "Value", "text/plain") { Runs = true },
        new("sql", "SQL", "text/x-sql") { Runs = true, Files = [".sql"] },
        new("fsharp", "F#", "text/x-fsharp", "f#", "fs")
        {
            Runs = true,
            Files = [".fsx"],
            Kernel = new(".NET (F#)", ".net-fsharp", ".fs", "text/x-fsharp", "fsharp", "10.0"),
        },
        new("pwsh", "PowerShell", "application/x-powershell", "powershell")
        {
            Runs = true,
            Files = [".ps1"],
            Kernel = new(".NET (PowerShell)", ".net-pwsh", ".ps1", "text/x-powershell", "powershell", "7.5"),
        },
        new("kql", "KQL", "text/plain"),
        new("http", "HTTP", "message/http") { Runs = true, Files = [".http", ".rest"] },
        new("python", "Python", "text/x-python") { IsPolyglots = false },
        new("raw", "Raw", "text/plain") { IsPolyglots = false },
    ];

    /// <summary>The language of a name or alias in any case, or null when it is none.</summary>
    public static NotebookLanguage? Find(string nameOrAlias)
    {
        foreach (var language in All)
        {
            if (language.Name.Equals(nameOrAlias, StringComparison.OrdinalIgnoreCase)) return language;
            foreach (var alias in language.Aliases)
                if (alias.Equals(nameOrAlias, StringComparison.OrdinalIgnoreCase)) return language;
        }

        return null;
    }

    /// <summary>The name for a name or alias in any case, or null when it is not a language of cells.</summary>
    public static string? NameOf(string nameOrAlias) => Find(nameOrAlias)?.Name;
}
