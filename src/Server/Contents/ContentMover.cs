using Qiansi.Server.Http;

namespace Qiansi.Server.Contents;

/// <summary>Renames and deletes.</summary>
internal sealed class ContentMover(CheckpointStore checkpoints, Trash? trash)
{
    /// <summary>Gives a file or folder another path.</summary>
    /// <exception cref="HttpFailure">404: it is not there; 409: the other path is taken.</exception>
    public void Rename(ContentPath from, ContentPath to)
    {
        if (from.Api.Length == 0) throw new HttpFailure(400, "The folder that is served cannot be renamed.");
        if (to.Api.Length == 0) throw new HttpFailure(409, "The folder that is served is there already.");
        if (!from.Exists) throw new HttpFailure(404, $"There is no file '{from.Api}'.");
        if (from.Api == to.Api) return;
        // On a file system that does not tell capitals apart, a.txt is A.txt.
        var sameFile = from.File.Equals(to.File, StringComparison.OrdinalIgnoreCase) && !OperatingSystem.IsLinux();
        if (to.Exists && !sameFile) throw new HttpFailure(409, $"'{to.Api}' is there already. Choose another name, or delete that first.");
        if (!Directory.Exists(Path.GetDirectoryName(to.File))) throw new HttpFailure(404, $"There is no folder '{to.Parent}'.");
        if (from.IsFolder)
        {
            if ((to.Api + "/").StartsWith(from.Api + "/", StringComparison.Ordinal))
                throw new HttpFailure(400, $"'{from.Api}' cannot be moved into itself.");
            Directory.Move(from.File, to.File);
            return;
        }
        File.Move(from.File, to.File);
        checkpoints.Rename(from, to);
    }

    /// <summary>Moves a file, or a folder with all that is in it, to the trash. Without one, files and empty folders are deleted for good,
    /// others stay.</summary>
    public void Delete(ContentPath path)
    {
        if (path.Api.Length == 0) throw new HttpFailure(400, "The folder that is served cannot be deleted.");
        var isLink = new FileInfo(path.File).LinkTarget is not null;
        if (!path.Exists && !isLink) throw new HttpFailure(404, $"There is no file '{path.Api}'.");
        // A link is deleted, not what it leads to.
        if (isLink) File.Delete(path.File);
        else if (trash is not null) trash.Take(path);
        else if (!path.IsFolder) File.Delete(path.File);
        else if (!Directory.EnumerateFileSystemEntries(path.File).Any()) Directory.Delete(path.File);
        else
            throw new HttpFailure(
                400, $"'{path.Api}' is not empty, and there is no trash that it could be moved to. Delete what is in it first.");
        checkpoints.DeleteAll(path);
    }
}
