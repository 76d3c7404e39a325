using Qiansi.Tool.Doctor;

namespace Qiansi.Tool.Tests.Doctor;

/// <summary>A folder that stands for a machine: commands are scripts on its own PATH, system folders lie below it.</summary>
internal sealed class FakeMachine : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("machine ").FullName;
    private readonly Dictionary<string, string> _variables = [];

    public FakeMachine()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("the fake commands are shell scripts");
        foreach (string folder in (string[])[Bin, Home, Cache]) Directory.CreateDirectory(folder);
        _variables["PATH"] = Bin;
    }

    public string Bin => Path.Combine(_root, "bin");

    public string Home => Path.Combine(_root, "home");

    public string Cache => Path.Combine(_root, "cache");

    public string Root => _root;

    public string this[string variable] { set => _variables[variable] = value; }

    public DoctorEnvironment Environment(SystemKind system = SystemKind.Linux, double limitSeconds = 20) => new(_variables, Home)
    {
        System = system,
        SystemRoot = _root,
        CacheRoots = [Cache],
        Limit = TimeSpan.FromSeconds(limitSeconds),
    };

    /// <summary>Adds a command: a script in the shell's own words, no other command is on PATH.</summary>
    public string Command(string name, string script)
    {
        string path = Path.Combine(Bin, name);
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    /// <summary>Writes a file below the machine's root.</summary>
    public string Write(string path, string text)
    {
        string full = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }

    public async Task<DoctorRow> RowAsync(string area, string name, DoctorEnvironment? environment = null) =>
        Assert.Single((await DoctorReport.CollectAsync(environment ?? Environment(), TestContext.Current.CancellationToken)).Rows,
            r => r.Area == area && r.Name == name);

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
