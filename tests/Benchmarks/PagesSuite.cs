using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Qiansi.Benchmarks;

/// <summary>A notebook of two-line cells as a page: time and memory by the number of cells,
/// from the command and inside <c>nb lab</c>.</summary>
internal static class PagesSuite
{
    private const string Token = "benchmark";

    public static async Task RunAsync(int runs)
    {
        var folder = Directory.CreateTempSubdirectory("qiansi-pages-benchmark-").FullName;
        try
        {
            foreach (var cells in (int[])[100, 500, 1000, 2000])
            {
                var notebook = Path.Combine(folder, $"{cells}.ipynb");
                await File.WriteAllTextAsync(notebook, Notebook(cells));
                List<double> seconds = [], memory = [];
                for (var i = 0; i < Math.Min(runs, 3); i++)
                {
                    var watch = Stopwatch.StartNew();
                    using var nb = Process.Start(
                        new ProcessStartInfo(PublishedKernel.Executable, ["convert", notebook, "--to", "html", "-o", notebook + ".html"]))!;
                    var peak = 0.0;
                    while (!nb.WaitForExit(20)) peak = Math.Max(peak, PeakMegabytes(nb));
                    if (nb.ExitCode != 0) throw new InvalidOperationException($"nb convert ended with {nb.ExitCode}");
                    seconds.Add(watch.Elapsed.TotalSeconds);
                    memory.Add(peak);
                }

                Figures.Print($"nb convert --to html, {cells} cells", seconds, "s", cells == 2000 ? "5" : "");
                Figures.Print($"  its memory at most", memory, "MB", cells == 2000 ? "300" : "");
            }

            await InsideServerAsync(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task InsideServerAsync(string folder)
    {
        string[] arguments = ["lab", folder, "--no-browser", "--no-spare", "--port", "0", "--token", Token];
        using var server = Process.Start(new ProcessStartInfo(PublishedKernel.Executable, arguments) { RedirectStandardOutput = true })!;
        var address = "";
        while (!address.StartsWith("http://", StringComparison.Ordinal))
            address = (await server.StandardOutput.ReadLineAsync())?.Trim() ?? throw new InvalidOperationException("no server");
        using var http = new HttpClient { BaseAddress = new(new Uri(address).GetLeftPart(UriPartial.Authority)) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("token", Token);
        List<double> seconds = [];
        var before = Resident();
        for (var i = 0; i < 5; i++)
        {
            var watch = Stopwatch.StartNew();
            await http.GetByteArrayAsync("/nbconvert/html/2000.ipynb");
            seconds.Add(watch.Elapsed.TotalSeconds);
        }

        Figures.Print("/nbconvert/html in the server, 2000 cells", seconds, "s");
        Figures.Print("  the server's memory at most", [PeakMegabytes(server)], "MB", "300");
        await Task.Delay(5000);
        Figures.Print("  kept 5 s after five pages", [Resident() - before], "MB");
        (await http.PostAsync("/api/shutdown", null)).EnsureSuccessStatusCode();
        await server.WaitForExitAsync();

        double Resident()
        {
            server.Refresh();
            return server.WorkingSet64 / 1048576.0;
        }
    }

    private static double PeakMegabytes(Process process)
    {
        process.Refresh();
        return process.HasExited ? 0 : process.PeakWorkingSet64 / 1048576.0;
    }

    private static string Notebook(int cells) => JsonSerializer.Serialize(new
    {
        cells = Enumerable.Range(0, cells).Select(i => new
        {
            cell_type = "code",
            id = $"c{i}",
            execution_count = i + 1,
            metadata = new { },
            outputs = new[] { new { output_type = "stream", name = "stdout", text = $"{i * i}\n" } },
            source = $"var value{i} = Enumerable.Range(0, {i}).Select(x => x * x).Sum();\nConsole.WriteLine($\"the sum is {{value{i}}}\");",
        }),
        metadata = new
        {
            kernelspec = new { name = ".net-csharp", display_name = ".NET (C#)", language = "C#" },
            language_info = new { name = "C#" }
        },
        nbformat = 4,
        nbformat_minor = 5,
    });
}
