using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Qiansi.Documents;
using Qiansi.Server.Http;

namespace Qiansi.Server.Contents;

/// <summary>Reads files and folders for front ends.</summary>
internal sealed class ContentReader(RootFolder root, TrustStore trust)
{
    /// <summary>Largest file that is opened in an editor.</summary>
    public const long MaxFileBytes = 256L << 20;

    /// <summary>Reads one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="withContent">Whether its content is wanted too.</param>
    /// <param name="type">What it shall be read as; what it is when null.</param>
    /// <param name="format"><c>text</c> or <c>base64</c>, for files; what fits when null.</param>
    /// <param name="withHash">Whether the hash is wanted.</param>
    public ContentModel Read(ContentPath path, bool withContent, string? type = null, string? format = null, bool withHash = false)
    {
        if (path.IsFolder)
        {
            if (type is not (null or "directory")) throw new HttpFailure(400, $"'{path.Api}' is a folder, not a {type}.", "bad type");
            return ReadFolder(path, withContent);
        }
        var info = new FileInfo(path.File);
        if (!info.Exists) throw new HttpFailure(404, $"There is no file '{path.Api}'.", "not found");
        if (type == "directory") throw new HttpFailure(400, $"'{path.Api}' is a file, not a folder.", "bad type");
        if (type == "notebook" && !path.IsNotebook)
            throw new HttpFailure(400, $"'{path.Api}' is not a notebook; its name ends in neither .ipynb nor .dib.", "bad type");
        if (type is not (null or "file" or "notebook"))
            throw new HttpFailure(400, $"type '{type}' is unknown; notebook, file and directory are known.", "bad type");
        if (format is not (null or "text" or "base64" or "json"))
            throw new HttpFailure(400, $"format '{format}' is unknown; text, base64 and json are known.", "bad format");
        if (!FileFacts.IsOrdinary(path.File))
            throw new HttpFailure(400, $"'{path.Api}' is a pipe, a socket or a device, and not an ordinary file.");
        type ??= path.IsNotebook ? "notebook" : "file";
        if (!withContent && !withHash) return new(path, type) { Info = info, MediaType = type == "file" ? MediaTypes.Of(path.Name) : null };
        var bytes = Bytes(path, info);
        var model = new ContentModel(path, type) { Info = info, Hash = withHash ? FileFacts.Hash(bytes) : null };
        if (!withContent) return model with { MediaType = type == "file" ? MediaTypes.Of(path.Name) : null };
        return type == "notebook" ? model with { Format = "json", Content = ReadNotebook(path, bytes) } : ReadFile(model, bytes, format);
    }

    private static byte[] Bytes(ContentPath path, FileInfo info)
    {
        if (info.Length > MaxFileBytes)
            throw new HttpFailure(
                413, $"'{path.Api}' has {info.Length >> 20} MiB; files up to {MaxFileBytes >> 20} MiB are opened. Download it instead.");
        using var stream = new FileStream(path.File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        // Of a file that was replaced meanwhile, time and size are to be those of what was read.
        info.Refresh();
        return bytes;
    }

    private static ContentModel ReadFile(ContentModel model, byte[] bytes, string? format)
    {
        var isText = Utf8.IsValid(bytes);
        if (format == "text" && !isText) throw new HttpFailure(400, $"'{model.Path.Api}' is not UTF-8 text.", "bad format");
        var asText = format != "base64" && isText;
        var media = MediaTypes.Of(model.Path.Name) ?? (asText ? "text/plain" : "application/octet-stream");
        var mark = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
        return asText
            ? model with { Format = "text", MediaType = media, Content = json => json.WriteStringValue(bytes.AsSpan(mark)) }
            : model with { Format = "base64", MediaType = media, Content = json => json.WriteBase64StringValue(bytes) };
    }

    private Action<Utf8JsonWriter> ReadNotebook(ContentPath path, byte[] bytes)
    {
        var format = path.IsDib ? NotebookFormat.Dib : NotebookFormat.Ipynb;
        // An empty file is what other programs make when they are asked for a new notebook.
        var notebook = bytes.Length == 0 ? new Notebook() : Notebook.Parse(bytes, format, path.Api);
        return NotebookJson.ForFrontEnd(notebook, format == NotebookFormat.Ipynb && bytes.Length > 0 && trust.Trusts(bytes));
    }

    private ContentModel ReadFolder(ContentPath path, bool withContent)
    {
        var info = new DirectoryInfo(path.File);
        if (!withContent) return new(path, "directory") { Info = info };
        var entries = new List<ContentModel>();
        foreach (var entry in info.EnumerateFileSystemInfos())
        {
            if (root.Shows(entry.FullName) && ReadEntry(path, entry) is { } model) entries.Add(model);
        }
        return new(path, "directory")
        {
            Info = info,
            Format = "json",
            Content = json =>
            {
                json.WriteStartArray();
                foreach (var entry in entries) entry.Write(json);
                json.WriteEndArray();
            },
        };
    }

    /// <summary>One line of a folder; null for what has just gone, or is not for editors.</summary>
    private static ContentModel? ReadEntry(ContentPath folder, FileSystemInfo entry)
    {
        var path = new ContentPath(folder.Api.Length == 0 ? entry.Name : $"{folder.Api}/{entry.Name}", entry.FullName);
        if (path.IsFolder) return new(path, "directory") { Info = new DirectoryInfo(path.File) };
        if (!entry.Exists || !FileFacts.IsOrdinary(path.File)) return null;
        var target = new FileInfo(path.File);
        return path.IsNotebook
            ? new(path, "notebook") { Info = target } : new(path, "file") { Info = target, MediaType = MediaTypes.Of(path.Name) };
    }
}
