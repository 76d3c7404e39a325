using Qiansi.Server.Http;

namespace Qiansi.Server.Contents;

/// <summary>A path that means a file's checkpoints: <c>a.ipynb/checkpoints</c>, or one of them:
/// <c>a.ipynb/checkpoints/checkpoint</c>.</summary>
/// <param name="File">The file.</param>
/// <param name="Id">The checkpoint; null when all are meant.</param>
internal sealed record CheckpointAddress(ContentPath File, string? Id)
{
    private const string Word = "checkpoints";

    /// <summary>Reads a path; null when it means a file or folder. A folder that is itself named checkpoints stays one:
    /// only below a file are they checkpoints.</summary>
    public static CheckpointAddress? Find(RootFolder root, ContentPath path)
    {
        var names = path.Api.Split('/');
        if (names.Length >= 2 && names[^1] == Word) return IsFile(root, names[..^1]) is { } file ? new(file, null) : null;
        if (names.Length >= 3 && names[^2] == Word) return IsFile(root, names[..^2]) is { } file ? new(file, names[^1]) : null;
        return null;
    }

    /// <exception cref="HttpFailure">405: one checkpoint has no content to get.</exception>
    public void RequireWhole()
    {
        if (Id is not null) throw new HttpFailure(405, "A checkpoint is restored by POST and deleted by DELETE; it is not read.");
    }

    private static ContentPath? IsFile(RootFolder root, string[] names) =>
        root.Resolve(string.Join('/', names)) is { } path && System.IO.File.Exists(path.File) ? path : null;
}
