using Qiansi.Documents;

namespace Qiansi.Engine.Directives;

/// <summary>Languages that notebooks for .NET Interactive have and this kernel has not,
/// and how they come to a notebook all the same.</summary>
internal static class ForeignLanguages
{
    /// <summary>A sentence for the name of such a language; null for any other name.</summary>
    public static string? Hint(string name) => (NotebookLanguages.NameOf(name) ?? name.ToLowerInvariant()) switch
    {
        "fsharp" => "F# comes with the tool nb, by its extension Qiansi.FSharpCells.",
        "pwsh" => "PowerShell comes with the tool nb, by its extension Qiansi.PowerShellCells.",
        "python" or "py" or "ipython" => Connect("Python", "python3", "py"),
        "r" => Connect("R", "ir", "rlang"),
        "sql" => "SQL comes with the tool nb, by its extension Qiansi.SqlCells.",
        "kql" =>
            "Queries of databases are written in C# here: #r \"nuget: Microsoft.Data.Sqlite\" (or another provider) and its DbCommand.",
        "bash" or "sh" or "cmd" => "Programs are started in C#: System.Diagnostics.Process.Start(\"name\", \"arguments\").",
        _ => null,
    };

    private static string Connect(string language, string spec, string name) =>
        $"This kernel's language is C#; {language} runs in a Jupyter kernel of its own, where one is installed: "
        + $"#!connect jupyter --kernel-spec {spec} --kernel-name {name}, then #!{name} as a cell's first line.";
}
