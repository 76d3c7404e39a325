using System.Diagnostics;

namespace Qiansi.Tool.Tests.Launcher;

/// <summary>A clone with the real launcher, a few sources, and in place of the SDK a script that says what it was asked
/// and "publishes" a script.</summary>
internal sealed class Clone : IDisposable
{
    private const string Sdk = """
        #!/bin/sh
        echo "$@" >> "$DOTNET_ROOT/asked"
        [ ! -f "$DOTNET_ROOT/slow" ] || sleep 1
        [ ! -f "$DOTNET_ROOT/hangs" ] || sleep 600
        if grep -q broken "$CLONE/src/Tool/Program.cs"; then
            echo "Program.cs(1,1): error CS1002: ; expected"
            exit 1
        fi
        echo "  a step …" >> "$NB_PROGRESS"
        while [ "$1" != --artifacts-path ]; do shift; done
        mkdir -p "$2/between"
        while [ "$1" != --output ]; do shift; done
        mkdir -p "$2"
        printf '#!/bin/sh\necho "%s"\nfor a; do echo "[$a]"; done\necho "$NB_LAUNCHER"\nexit 7\n' "$(cat "$CLONE/src/Tool/Program.cs")" > "$2/nb"
        chmod +x "$2/nb"
        """;

    private readonly TemporaryFolder _folder = new();

    public Clone()
    {
        Root = Directory.CreateDirectory(_folder["a clone"]).FullName;
        File.Copy(Repository.PathOf("nb"), Launcher);
        Write("src/Tool/Tool.csproj", "<Project/>");
        Write("src/Tool/Program.cs", "version 1");
        Write("Directory.Packages.props", "<Project/>");
        Directory.CreateDirectory(Path.Combine(DotnetRoot, "sdk", "10.0.100"));
        File.WriteAllText(Path.Combine(DotnetRoot, "dotnet"), Sdk.ReplaceLineEndings("\n") + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(
                Path.Combine(DotnetRoot, "dotnet"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string Root { get; }

    public string DotnetRoot => _folder["dot net"];

    public string Launcher => Path.Combine(Root, "nb");

    public string Store => Path.Combine(Root, "artifacts", "nb");

    /// <summary>How often the SDK was asked to publish.</summary>
    public int Builds =>
        File.Exists(Path.Combine(DotnetRoot, "asked"))
            ? File.ReadAllLines(Path.Combine(DotnetRoot, "asked")).Count(l => l.StartsWith("publish ", StringComparison.Ordinal)) : 0;

    public void Write(string name, string content)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    /// <summary>Makes the fake SDK behave otherwise: <c>slow</c>, <c>hangs</c>.</summary>
    public void MakeSdk(string behaviour) => File.WriteAllText(Path.Combine(DotnetRoot, behaviour), "");

    /// <summary>Puts a program on the PATH of the launcher.</summary>
    public void AddProgram(string name)
    {
        var path = Path.Combine(DotnetRoot, name);
        File.WriteAllText(path, "#!/bin/sh\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public Process Start(string? launcher = null, string? folder = null, params string[] arguments)
    {
        var start = new ProcessStartInfo(launcher ?? Launcher, arguments)
        {
            WorkingDirectory = folder ?? Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        start.Environment["DOTNET_ROOT"] = DotnetRoot;
        start.Environment["CLONE"] = Root;
        start.Environment["PATH"] = $"{DotnetRoot}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment.Remove("NB_LAUNCHER");
        return Process.Start(start)!;
    }

    public async Task<(int Code, string Output, string Error)> RunAsync(
        string? launcher = null, string? folder = null, params string[] arguments)
    {
        using var process = Start(launcher, folder, arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    public void Dispose() => _folder.Dispose();
}
