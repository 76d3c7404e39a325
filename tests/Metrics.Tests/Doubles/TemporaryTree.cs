namespace Qiansi.Metrics.Tests.Doubles;

/// <summary>A folder that plays <c>/</c>, removed with the test.</summary>
internal sealed class TemporaryTree : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("qiansi-metrics-").FullName;

    /// <summary>Writes a file, making its folders.</summary>
    public TemporaryTree Write(string path, string text)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    /// <summary>Writes a program of the shell.</summary>
    public string Script(string path, string text)
    {
        Write(path, "#!/bin/sh\n" + text);
        var full = Path.Combine(Root, path);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(full, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return full;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
