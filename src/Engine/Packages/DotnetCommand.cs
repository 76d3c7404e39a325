using System.Diagnostics;

namespace Qiansi.Engine.Packages;

/// <summary>Runs a command of the SDK: <c>dotnet restore</c>, <c>dotnet build</c>.</summary>
internal static class DotnetCommand
{
    // Inherited from a surrounding build or test run, these send MSBuild to another SDK's files.
    private static readonly string[] Foreign =
        ["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "MSBuildLoadMicrosoftTargetsReadOnly",
            "MSBUILDFAILONDRIVEENUMERATINGWILDCARD", "NUGET_RESTORE_MSBUILD_ARGS", "TargetFramework"];

    /// <summary>What it said.</summary>
    /// <param name="Succeeded">Whether it ended with 0.</param>
    /// <param name="Lines">Its output, both streams.</param>
    internal sealed record Answer(bool Succeeded, IReadOnlyList<string> Lines);

    /// <summary>Runs it; a cancellation ends the process and all it started.</summary>
    /// <param name="sdk">The SDK to run.</param>
    /// <param name="folder">Folder of the project.</param>
    /// <param name="arguments">The command and its arguments.</param>
    /// <param name="line">Called with each line of output as it comes, from any thread.</param>
    /// <param name="cancellation">Ends the command.</param>
    public static async Task<Answer> RunAsync(DotnetSdk sdk, string folder, IEnumerable<string> arguments, Action<string> line,
        CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var start = new ProcessStartInfo(sdk.Executable, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true, // NuGet must not ask for a password where nobody can answer
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var name in Foreign) start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en-US"; // the messages are read
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_TieredPGO"] = "0"; // a process of two seconds gains nothing from profiling itself

        using var process = Process.Start(start) ?? throw new PackageResolutionException($"{sdk.Executable} could not be started.");
        process.StandardInput.Close();
        var lines = new List<string>();
        var reading = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
        try
        {
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
            await reading.WaitAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
                await reading.ConfigureAwait(false); // the pipes close with the tree
            }
        }
        return new Answer(process.ExitCode == 0, lines);

        async Task ReadAsync(StreamReader reader)
        {
            while (await reader.ReadLineAsync(CancellationToken.None).ConfigureAwait(false) is { } text)
            {
                lock (lines) lines.Add(text);
                line(text);
            }
        }
    }
}
