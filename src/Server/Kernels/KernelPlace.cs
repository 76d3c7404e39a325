using Qiansi.Server.Contents;
using Qiansi.Server.Course;
using Qiansi.Server.Http;

namespace Qiansi.Server.Kernels;

/// <summary>Where a kernel starts.</summary>
/// <param name="Folder">Its working directory.</param>
/// <param name="SessionName">The notebook it is for; null when it is for none.</param>
internal sealed record KernelPlace(string Folder, string? SessionName)
{
    /// <summary>The place for a path of a request: beside the notebook, or in the folder. A notebook that is not there yet, or no path,
    /// means the nearest folder that is.</summary>
    public static KernelPlace Of(RootFolder root, string? path)
    {
        if (string.IsNullOrEmpty(path)) return new(root.Folder, null);
        ContentPath file;
        try
        {
            file = root.Resolve(path);
        }
        catch (HttpFailure e) when (e.Status == StatusCodes.Status404NotFound)
        {
            // Consoles have made-up paths, which may be hidden.
            return new(root.Folder, null);
        }
        if (file.IsFolder) return new(file.File, null);
        var folder = StudentEdition.SourceFolder(file.File);
        while (!Directory.Exists(folder) && folder.Length > root.Folder.Length) folder = Path.GetDirectoryName(folder)!;
        return new(Directory.Exists(folder) ? folder : root.Folder, file.File);
    }
}
