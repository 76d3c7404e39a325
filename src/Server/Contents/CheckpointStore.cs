using Qiansi.Documents.Saving;
using Qiansi.Server.Http;

namespace Qiansi.Server.Contents;

/// <summary>One earlier state of each file, in the place where Jupyter keeps it too:
/// <c>.ipynb_checkpoints/name-checkpoint.ipynb</c> beside it.</summary>
internal sealed class CheckpointStore
{
    /// <summary>The only id there is.</summary>
    public const string Id = "checkpoint";

    /// <summary>When the checkpoint was made; null when there is none.</summary>
    public DateTime? Time(ContentPath path) => File.Exists(FileOf(path)) ? File.GetLastWriteTimeUtc(FileOf(path)) : null;

    /// <summary>Keeps the file as it is now.</summary>
    /// <returns>The time of the checkpoint.</returns>
    public DateTime Create(ContentPath path)
    {
        Require(path);
        var file = FileOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        Copy(path.File, file);
        return File.GetLastWriteTimeUtc(file);
    }

    /// <summary>Puts the checkpoint in the file's place.</summary>
    public void Restore(ContentPath path, string id)
    {
        RequireCheckpoint(path, id);
        Copy(FileOf(path), path.File);
    }

    public void Delete(ContentPath path, string id)
    {
        RequireCheckpoint(path, id);
        File.Delete(FileOf(path));
    }

    /// <summary>The file has another name.</summary>
    public void Rename(ContentPath from, ContentPath to)
    {
        var file = FileOf(from);
        if (!File.Exists(file)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(FileOf(to))!);
        File.Move(file, FileOf(to), overwrite: true);
    }

    /// <summary>The file is no more.</summary>
    public void DeleteAll(ContentPath path)
    {
        var file = FileOf(path);
        if (!File.Exists(file)) return;
        File.Delete(file);
        var folder = Path.GetDirectoryName(file)!;
        if (!Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
    }

    private static void Copy(string from, string to) => AtomicFile.Write(to, target =>
    {
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        source.CopyTo(target);
    });

    private static void Require(ContentPath path)
    {
        if (path.IsFolder) throw new HttpFailure(400, $"'{path.Api}' is a folder; only files have checkpoints.");
        if (!File.Exists(path.File)) throw new HttpFailure(404, $"There is no file '{path.Api}'.");
        if (!FileFacts.IsOrdinary(path.File))
            throw new HttpFailure(400, $"'{path.Api}' is a pipe, a socket or a device, and not an ordinary file.");
    }

    private static void RequireCheckpoint(ContentPath path, string id)
    {
        if (id != Id || !File.Exists(FileOf(path))) throw new HttpFailure(404, $"'{path.Api}' has no checkpoint '{id}'.");
    }

    private static string FileOf(ContentPath path) =>
        Path.Combine(Path.GetDirectoryName(path.File)!, ".ipynb_checkpoints",
            $"{Path.GetFileNameWithoutExtension(path.Name)}-checkpoint{Path.GetExtension(path.Name)}");
}
