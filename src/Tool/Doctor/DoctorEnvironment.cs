using System.ComponentModel;
using System.Diagnostics;
using Qiansi.Engine;

namespace Qiansi.Tool.Doctor;

/// <summary>The machine as probes see it: its commands, variables and folders.</summary>
/// <param name="variables">Environment variables; commands are started with these alone.</param>
/// <param name="home">The user's folder.</param>
internal sealed class DoctorEnvironment(IReadOnlyDictionary<string, string> variables, string home)
{
    /// <summary>This machine, as this process finds it.</summary>
    public static DoctorEnvironment OfProcess()
    {
        var variables = new Dictionary<string, string>(
            OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (System.Collections.DictionaryEntry entry in Environment.GetEnvironmentVariables())
            variables[(string)entry.Key] = (string?)entry.Value ?? "";
        return new DoctorEnvironment(variables, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));
    }

    /// <summary>The operating system.</summary>
    public SystemKind System { get; init; } =
        OperatingSystem.IsWindows() ? SystemKind.Windows : OperatingSystem.IsMacOS() ? SystemKind.MacOS : SystemKind.Linux;

    /// <summary>How long one probe may take; what has not answered by then is reported as silent.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The user's folder.</summary>
    public string Home => home;

    /// <summary>Folders in which the tool keeps what it has fetched.</summary>
    public IReadOnlyList<string> CacheRoots { get; init; } =
        [CacheFolder.Root, Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "qiansi")];

    /// <summary>The root of system folders such as <c>usr</c>; another one in tests.</summary>
    public string SystemRoot { get; init; } = OperatingSystem.IsWindows() ? "C:\\" : "/";

    /// <summary>An environment variable, or null when it is unset or empty.</summary>
    public string? Variable(string name) => variables.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>The full path of the first of some commands that is on <c>PATH</c>, or null.</summary>
    public string? Find(params IReadOnlyList<string> commands)
    {
        string[] endings = System == SystemKind.Windows ? [".exe", ".cmd", ".bat"] : [""];
        var folders = (Variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return commands.SelectMany(c => folders.SelectMany(f => endings.Select(e => Path.Combine(f, c + e)))).FirstOrDefault(IsExecutable);
    }

    /// <summary>Runs a command to its end and returns what it wrote.</summary>
    /// <param name="path">Full path of the command.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancellation">Ends the command and all it started.</param>
    /// <exception cref="DoctorException">It could not be started, or ended with another code than 0.</exception>
    public async Task<string> RunAsync(string path, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(path, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in variables) start.Environment[name] = value;
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en-US";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";

        Process process;
        try
        {
            process = Process.Start(start) ?? throw new DoctorException($"{path} did not start.");
        }
        catch (Win32Exception e)
        {
            throw new DoctorException($"{path} cannot be started: {e.Message}.");
        }
        using (process)
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
            try
            {
                await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
                await Task.WhenAll(output, error).WaitAsync(cancellation).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                if (!process.HasExited) process.Kill(entireProcessTree: true);
                throw;
            }
            var said = (await error.ConfigureAwait(false)).Trim();
            return process.ExitCode == 0
                ? (await output.ConfigureAwait(false)).Trim()
                : throw new DoctorException($"{Path.GetFileName(path)} {string.Join(' ', arguments)} ended with code "
                    + $"{process.ExitCode}{(said.Length > 0 ? ": " + said.Split('\n')[0].Trim() : "")}.");
        }
    }

    private bool IsExecutable(string path)
    {
        if (!File.Exists(path)) return false;
        return OperatingSystem.IsWindows()
            || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0;
    }
}

/// <summary>A probe found something that does not work; the message says what.</summary>
internal sealed class DoctorException(string message) : Exception(message);
