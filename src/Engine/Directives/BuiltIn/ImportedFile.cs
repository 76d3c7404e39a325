using Qiansi.Contracts;

namespace Qiansi.Engine.Directives.BuiltIn;

/// <summary>The file whose cells run at the moment because <c>#!import</c> named it, and the files that imported it.</summary>
internal sealed class ImportedFile(string path, ImportedFile? importedBy)
{
    private static readonly AsyncLocal<ImportedFile?> Flowing = new();

    /// <summary>The innermost file being imported; null when a cell of the notebook itself runs.</summary>
    public static ImportedFile? Current
    {
        get => Flowing.Value;
        set => Flowing.Value = value;
    }

    /// <summary>Full path.</summary>
    public string Path => path;

    /// <summary>The file it was imported from; null when a cell of the notebook did it.</summary>
    public ImportedFile? ImportedBy => importedBy;

    /// <summary>Where relative paths start: the folder of the file being imported, else the session's.</summary>
    public static string Folder(ISession session) =>
        Current is { } file ? System.IO.Path.GetDirectoryName(file.Path)! : session.WorkingDirectory;

    /// <summary>The full path of a file as a cell names it.</summary>
    public static string Resolve(string file, ISession session) => System.IO.Path.GetFullPath(file.Trim('"'), Folder(session));
}
