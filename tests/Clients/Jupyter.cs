using System.Diagnostics;
using System.Text.Json;

namespace Qiansi.Clients;

/// <summary>Debian's Jupyter programs, driven by the scripts in <c>Scripts</c>, which answer with lines of JSON.</summary>
internal static class Jupyter
{
    /// <summary>Debian's Python, whose Jupyter is the one to test with; another may stand earlier on PATH.</summary>
    public const string Python = "/usr/bin/python3";

    private const string Packages =
        "python3-jupyter-client python3-nbclient python3-nbconvert python3-ipykernel python3-jupyter-console python3-numpy";
    private static readonly Lazy<string?> Lacking = new(Look);

    /// <summary>What is missing and how to get it; null when nothing is.</summary>
    public static string? Missing => Lacking.Value;

    /// <summary>Skips the test, by name, on a machine without Jupyter.</summary>
    public static void Require() => Assert.SkipUnless(Missing is null, Missing ?? "");

    /// <summary>Runs a script to its end; its lines of JSON.</summary>
    public static async Task<IReadOnlyList<JsonElement>> RunAsync(this InstalledKernel kernel, string script, params string[] arguments)
    {
        Require();
        var path = Path.Combine(AppContext.BaseDirectory, "Scripts", script);
        var result = await kernel.RunAsync(Python, [path, .. arguments], TimeSpan.FromMinutes(5));
        Assert.True(result.ExitCode == 0, $"{script} ended with {result.ExitCode}.\n{result.Output}\n{result.Error}");
        return [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
    }

    /// <summary>Runs one of Jupyter's programs by its module: <c>nbconvert</c>.</summary>
    public static async Task<ProcessOutput> RunModuleAsync(this InstalledKernel kernel, string module, params string[] arguments)
    {
        Require();
        return await kernel.RunAsync(Python, ["-m", module, .. arguments], TimeSpan.FromMinutes(5));
    }

    /// <summary>A property as text; null for JSON's null.</summary>
    public static string? Text(this JsonElement line, string name) => line.GetProperty(name).GetString();

    /// <summary>A property as a list of texts.</summary>
    public static IEnumerable<string?> Texts(this JsonElement line, string name) =>
        line.GetProperty(name).EnumerateArray().Select(e => e.GetString());

    private static string? Look()
    {
        if (!OperatingSystem.IsLinux()) return "These tests drive Debian's Jupyter; run them on Linux.";
        if (!File.Exists(Python)) return $"{Python} is missing: apt-get install {Packages}";
        var start = new ProcessStartInfo(Python, ["-c", "import jupyter_client, nbclient, nbconvert, ipykernel, jupyter_console, numpy"]);
        var found = ProcessOutput.RunAsync(start, TimeSpan.FromMinutes(1)).GetAwaiter().GetResult();
        return found.ExitCode == 0 ? null : $"Jupyter is missing ({found.Error.Trim().Split('\n')[^1]}): apt-get install {Packages}";
    }
}
