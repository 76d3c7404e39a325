using System.Globalization;
using Qiansi.Documents;
using Qiansi.Documents.Saving;
using Qiansi.Server.Http;

namespace Qiansi.Server.Contents;

/// <summary>Saves files, notebooks and folders.</summary>
internal sealed class ContentWriter(RootFolder root, TrustStore trust)
{
    private readonly PartialUploads _uploads = new();

    /// <summary>Saves one, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="request">What is to be saved.</param>
    /// <param name="knownTag">The entity tag that the front end last saw; null when it does not say.</param>
    /// <returns>Whether the file is new.</returns>
    /// <exception cref="HttpFailure">409: the file has changed since the front end last saw it.</exception>
    public bool Save(ContentPath path, SaveRequest request, string? knownTag)
    {
        if (path.Api.Length == 0) throw new HttpFailure(400, "The folder that is served cannot be saved as a file.");
        var isNew = !path.Exists;
        CheckFolder(path);
        if (request.Type == "directory")
        {
            if (File.Exists(path.File)) throw new HttpFailure(409, $"'{path.Api}' is a file already.");
            Directory.CreateDirectory(path.File);
            return isNew;
        }
        if (path.IsFolder) throw new HttpFailure(400, $"'{path.Api}' is a folder.");
        if (!isNew && !FileFacts.IsOrdinary(path.File))
            throw new HttpFailure(400, $"'{path.Api}' is a pipe, a socket or a device, and not an ordinary file.");
        if (request.Chunk is { } chunk)
        {
            _uploads.Add(path, chunk, request.Bytes());
            return isNew;
        }
        CheckUnchanged(path, request, knownTag);
        if (request.Type == "notebook") SaveNotebook(path, request);
        else AtomicFile.Write(path.File, request.Bytes());
        return isNew;
    }

    /// <summary>Makes an empty notebook, file or folder with a name nobody has.</summary>
    public ContentPath Create(ContentPath folder, string type, string? extension)
    {
        var created = type switch
        {
            "notebook" => NewNames.Find(root, folder, "Untitled", extension is ".dib" ? ".dib" : ".ipynb", ""),
            "directory" => NewNames.Find(root, folder, "Untitled Folder", "", " "),
            "file" => NewNames.Find(root, folder, "untitled", extension ?? ".txt", ""),
            _ => throw new HttpFailure(400, $"type '{type}' is unknown; notebook, file and directory are known."),
        };
        if (type == "directory") Directory.CreateDirectory(created.File);
        else if (created.IsNotebook) new Notebook().Save(created.File);
        else AtomicFile.Write(created.File, []);
        return created;
    }

    private void SaveNotebook(ContentPath path, SaveRequest request)
    {
        var (saved, isTrusted) = NotebookJson.FromFrontEnd(request.Content, path.Api);
        var notebook = OnDisk(path) ?? new Notebook();
        NotebookMerge.Apply(notebook, saved);
        var bytes = notebook.ToBytes(path.IsDib ? NotebookFormat.Dib : NotebookFormat.Ipynb);
        AtomicFile.Write(path.File, bytes);
        if (isTrusted && !path.IsDib) trust.Trust(bytes);
    }

    /// <summary>The notebook as it is; null when there is none that can be read, and nothing of it is to be kept.</summary>
    private static Notebook? OnDisk(ContentPath path)
    {
        if (!File.Exists(path.File) || new FileInfo(path.File).Length == 0) return null;
        try
        {
            return Notebook.Load(path.File);
        }
        catch (DocumentException)
        {
            return null;
        }
    }

    private static void CheckUnchanged(ContentPath path, SaveRequest request, string? knownTag)
    {
        var info = new FileInfo(path.File);
        if (!info.Exists)
        {
            if (knownTag is not null) throw Changed(path, "it has been deleted or renamed");
            return;
        }
        if (knownTag is not (null or "*") && knownTag != FileFacts.Tag(info)) throw Changed(path, "it has been saved from elsewhere");
        if (request.KnownTime is { } text
            && (!DateTime.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time)
                || (info.LastWriteTimeUtc - time).Duration() > TimeSpan.FromMilliseconds(1)))
            throw Changed(path, $"it was saved at {Timestamps.Text(info.LastWriteTimeUtc)}");
        if (request.KnownHash is { } hash && !hash.Equals(FileFacts.Hash(File.ReadAllBytes(path.File)), StringComparison.OrdinalIgnoreCase))
            throw Changed(path, "its content is another");
    }

    private static HttpFailure Changed(ContentPath path, string how) =>
        new(409, $"'{path.Api}' is not the file that was opened: {how}. Nothing was saved. Reload it from disk, "
            + "or save under another name to keep both.", "changed on disk");

    private void CheckFolder(ContentPath path)
    {
        if (!Directory.Exists(root.Resolve(path.Parent).File)) throw new HttpFailure(404, $"There is no folder '{path.Parent}'.");
    }
}
