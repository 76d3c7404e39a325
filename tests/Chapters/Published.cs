using System.Diagnostics;

namespace Qiansi.Chapters;

/// <summary>The program as it is published, unless it was built since: chapters compute, which an unoptimised build does several times slower.</summary>
internal static class Published
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(9);

    /// <summary>Runs <c>nb</c> in a folder to its end, which has to be a success.</summary>
    public static async Task RunAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Program(), arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        Assert.True(process.ExitCode == 0, await said + await complained);
    }

    private static string Program()
    {
        var name = OperatingSystem.IsWindows() ? "nb.exe" : "nb";
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var built = Path.Combine(Chapter.Root, "src", "Tool", "bin", output.Parent!.Name, output.Name, name);
        var published = Path.Combine(Chapter.Root, "artifacts", "nb", name);
        var isCurrent = File.GetLastWriteTimeUtc(published) > File.GetLastWriteTimeUtc(Path.ChangeExtension(built, ".dll"));
        return File.Exists(published) && isCurrent ? published : built;
    }
}
