namespace Qiansi.Packages.Tests;

/// <summary>The extensions as packages in a folder, and .NET Interactive's own tool beside them.</summary>
public sealed class PackageFeed : IAsyncLifetime
{
    private const string Tool = "1.0.712001";

    // With all that they are made of, which are packages too.
    private static readonly string[] Projects =
    [
        "src/Contracts", "src/Runtime", "src/Shared/Drawing", "src/Shared/Torch", "src/Shared/Teaching", "src/Shared/BPlus",
        "src/Shared/Automata", "kernel-extensions/Trees", "kernel-extensions/Tensors", "kernel-extensions/Charts",
    ];

    private readonly TemporaryFolder _folder = new();

    /// <summary>Another one each time: NuGet keeps what it has once seen under a version.</summary>
    public string Version { get; } = $"0.1.0-test.{DateTime.UtcNow:yyyyMMddHHmmss}";

    public string Folder => _folder.Folder;

    /// <summary>The tool's program.</summary>
    public string Program => Path.Combine(Folder, "tool", OperatingSystem.IsWindows() ? "dotnet-interactive.exe" : "dotnet-interactive");

    /// <summary>Why the tool is not here; null when it is.</summary>
    public string? Missing { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var install = await DotnetProcess.RunAsync(Folder, "tool", "install", "Microsoft.dotnet-interactive", "--version", Tool,
            "--tool-path", Path.Combine(Folder, "tool"));
        if (install.ExitCode != 0)
        {
            Missing = $"Microsoft.dotnet-interactive {Tool} cannot be installed here: {install.Output}";
            return;
        }

        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        foreach (var project in Projects)
        {
            var pack = await DotnetProcess.RunAsync(Folder, "pack", Path.Combine(Repository.Folder, project), "--no-build",
                "-c", configuration, "-o", Path.Combine(Folder, "feed"), $"-p:PackageVersion={Version}");
            Assert.True(pack.ExitCode == 0, pack.Output);
        }
    }

    public ValueTask DisposeAsync()
    {
        // What NuGet has unpacked of this version serves nobody again.
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (var project in Projects)
        {
            var unpacked = Path.Combine(packages, $"qiansi.{Path.GetFileName(project)}".ToLowerInvariant(), Version);
            if (Directory.Exists(unpacked)) Directory.Delete(unpacked, recursive: true);
        }

        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
