using System.Text;
using Qiansi.Documents;
using Qiansi.Documents.Saving;

namespace Qiansi.Publishing;

/// <summary>Files that conversions write: whole or not at all, in folders that are made when missing.</summary>
public static class OutputFile
{
    /// <summary>Writes UTF-8 text.</summary>
    /// <exception cref="DocumentException">It cannot be written.</exception>
    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes bytes.</summary>
    /// <exception cref="DocumentException">It cannot be written.</exception>
    public static void Write(string path, byte[] bytes)
    {
        MakeFolder(path);
        AtomicFile.Write(path, bytes);
    }

    /// <summary>Makes the folder a file is to be written to.</summary>
    /// <exception cref="DocumentException">It cannot be made.</exception>
    public static void MakeFolder(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        try
        {
            if (folder is not null) Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DocumentException(
                path, 0, 0, $"the folder {folder} cannot be made ({e.Message})", "Name a folder that can be written to.", e);
        }
    }
}
