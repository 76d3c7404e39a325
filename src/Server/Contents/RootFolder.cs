using Qiansi.Server.Http;

namespace Qiansi.Server.Contents;

/// <summary>The folder that is served: turns the paths of requests into files, and lets none lead out of it.</summary>
internal sealed class RootFolder
{
    private static readonly StringComparison FileNames =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
    private static readonly string[] DeviceNames = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];
    private readonly bool _showHidden;

    /// <param name="folder">The folder; must exist.</param>
    /// <param name="showHidden">Whether names that begin with a dot are served.</param>
    public RootFolder(string folder, bool showHidden)
    {
        Folder = RealPath(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        _showHidden = showHidden;
    }

    /// <summary>The real path of the folder, without links.</summary>
    public string Folder { get; }

    /// <summary>Puts students' copies in the place of chapters; null when files are served as they are.</summary>
    public Course.StudentWork? Work { get; init; }

    /// <summary>The file or folder that a request means, which need not exist; its folder then must.</summary>
    /// <param name="path">As it stands in the request, decoded: <c>a/b.ipynb</c>; slashes around it are ignored.</param>
    /// <exception cref="HttpFailure">400: it is no path; 404: it is hidden, or leads out of the folder by a link.</exception>
    public ContentPath Resolve(string path)
    {
        var names = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        foreach (var name in names) Check(name, path);
        var api = string.Join('/', names);
        if (!_showHidden && names.Any(n => n[0] == '.'))
            throw new HttpFailure(
                404, $"'{api}' is hidden, since a name in it begins with a dot. Start nb lab with --hidden to see such files.");
        var file = Path.Combine([Folder, .. names]);
        var inside = names.Length == 0
            || IsInside(names.Length == 1 ? file : RealPath(Path.GetDirectoryName(file)!)) && IsInside(RealPath(file));
        if (!inside) throw new HttpFailure(404, $"'{api}' leads out of the folder that is served, by a link.");
        if (Work?.FileOf(file) is not { } work || work == file) return new(api, file);
        if (!IsInside(RealPath(work)))
            throw new HttpFailure(404, $"'{api}' leads out of the folder that is served, by a link in {Course.StudentEdition.FolderName}.");
        return new(api, work);
    }

    /// <summary>Whether the entry of a folder is shown: not hidden, and not a link that leads out.</summary>
    public bool Shows(string file)
    {
        try
        {
            return (_showHidden || Path.GetFileName(file) is [not '.', ..]) && IsInside(RealPath(file));
        }
        catch (HttpFailure)
        {
            // A link that leads to itself.
            return false;
        }
    }

    /// <summary>The path in requests of a file, or null when it is not inside.</summary>
    public string? ApiPath(string file)
    {
        var full = Path.GetFullPath(file);
        if (full == Folder) return "";
        return full.StartsWith(Folder + Path.DirectorySeparatorChar, FileNames)
            ? full[(Folder.Length + 1)..].Replace(Path.DirectorySeparatorChar, '/') : null;
    }

    private static void Check(string name, string path)
    {
        if (name is "." or "..") throw new HttpFailure(400, $"'{path}' has '{name}' in it; name files from the folder that is served.");
        // No separator here, but one for whoever gets the file next on Windows.
        if (name.Contains('\\')) throw new HttpFailure(400, $"'{path}' has a backslash in it; folders are separated by /.");
        if (name.Any(c => c < ' ')) throw new HttpFailure(400, "The path has a control character in it.");
        // Servers and proxies differ on what an encoded slash is, so none is taken.
        if (name.Contains("%2f", StringComparison.OrdinalIgnoreCase) || name.Contains("%5c", StringComparison.OrdinalIgnoreCase)
            || name.Contains("%00", StringComparison.Ordinal))
            throw new HttpFailure(400, $"'{path}' has an encoded slash or zero in it.");
        if (!OperatingSystem.IsWindows())
        {
            if (System.Text.Encoding.UTF8.GetByteCount(name) > 255)
                throw new HttpFailure(400, $"A name of {name.Length} characters is longer than file systems take (255 bytes).");
            return;
        }
        if (name.IndexOfAny([':', '*', '?', '"', '<', '>', '|']) >= 0 || name[^1] is '.' or ' ')
            throw new HttpFailure(400, $"'{name}' is no file name on Windows.");
        var stem = name.Split('.')[0].TrimEnd();
        var isDevice = DeviceNames.Contains(stem, StringComparer.OrdinalIgnoreCase)
            || stem is { Length: 4 }
                && (stem.StartsWith("COM", StringComparison.OrdinalIgnoreCase)
                    || stem.StartsWith("LPT", StringComparison.OrdinalIgnoreCase)) && char.IsDigit(stem[3]);
        if (isDevice) throw new HttpFailure(400, $"'{name}' is the name of a device on Windows.");
    }

    private bool IsInside(string real) =>
        string.Equals(real, Folder, FileNames)
        || real.StartsWith(Folder.EndsWith(Path.DirectorySeparatorChar) ? Folder : Folder + Path.DirectorySeparatorChar, FileNames);

    /// <summary>The path with every link in it followed; parts that do not exist stay as they are.</summary>
    private static string RealPath(string path)
    {
        const int MostLinks = 40;
        var links = 0;
        var root = Path.GetPathRoot(path)!;
        var rest = new Stack<string>(
            path[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse());
        var real = root;
        while (rest.TryPop(out var name))
        {
            if (name == ".") continue;
            if (name == "..")
            {
                real = Path.GetDirectoryName(real) ?? root;
                continue;
            }
            var next = Path.Combine(real, name);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }
            if (++links > MostLinks) throw new HttpFailure(404, $"'{name}' is a link that leads to itself.");
            if (Path.IsPathRooted(target)) real = Path.GetPathRoot(target)!;
            foreach (var part in target.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse())
                rest.Push(part);
        }
        return real;
    }
}
