namespace Qiansi.Publishing.MarkdownFiles;

/// <summary>Where the pictures of a Markdown file go.</summary>
/// <param name="markdownPath">The Markdown file.</param>
/// <param name="isInline">Whether they stay in the text.</param>
internal sealed class PictureFolder(string markdownPath, bool isInline)
{
    private readonly string _name = Path.GetFileNameWithoutExtension(markdownPath) + "_files";
    private readonly List<(string Path, byte[] Bytes)> _files = [];

    /// <summary>Keeps a picture and gives the address for the text.</summary>
    /// <param name="name">File name without extension, or with one.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <param name="bytes">Its content.</param>
    public string Add(string name, string mediaType, byte[] bytes)
    {
        if (isInline) return $"data:{mediaType};base64,{Convert.ToBase64String(bytes)}";
        var safe = string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-'));
        if (Path.GetExtension(safe).Length == 0) safe += Extension(mediaType);
        _files.Add((Path.Combine(Path.GetDirectoryName(Path.GetFullPath(markdownPath))!, _name, safe), bytes));
        return $"{Uri.EscapeDataString(_name)}/{Uri.EscapeDataString(safe)}";
    }

    /// <summary>Writes the files.</summary>
    public void Write()
    {
        foreach (var (path, bytes) in _files) OutputFile.Write(path, bytes);
    }

    private static string Extension(string mediaType) => mediaType switch
    {
        "image/svg+xml" => ".svg",
        "image/jpeg" => ".jpg",
        _ => "." + mediaType[(mediaType.IndexOf('/') + 1)..],
    };
}
