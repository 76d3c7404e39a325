namespace Qiansi.Server.Contents;

/// <summary>A file or folder below the root.</summary>
/// <param name="Api">Its path in requests: names with slashes between them; empty for the root.</param>
/// <param name="File">Its absolute path on this machine.</param>
internal sealed record ContentPath(string Api, string File)
{
    /// <summary>The last name; empty for the root.</summary>
    public string Name => Api[(Api.LastIndexOf('/') + 1)..];

    /// <summary>The folder it is in, as requests name it.</summary>
    public string Parent => Api.LastIndexOf('/') is >= 0 and var slash ? Api[..slash] : "";

    /// <summary>Whether its name stands for a notebook: .ipynb, .dib and its older name.</summary>
    public bool IsNotebook => IsNotebookName(Name);

    /// <summary>Whether it is a notebook in Polyglot's text format.</summary>
    public bool IsDib => IsDibName(Name);

    public bool Exists => System.IO.File.Exists(File) || Directory.Exists(File);

    public bool IsFolder => Directory.Exists(File);

    public static bool IsNotebookName(string name) => name.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase) || IsDibName(name);

    private static bool IsDibName(string name) =>
        name.EndsWith(".dib", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".dotnet-interactive", StringComparison.OrdinalIgnoreCase);
}
