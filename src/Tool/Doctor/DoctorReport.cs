using System.Runtime.InteropServices;
using System.Text.Json;
using Qiansi.Tool.Doctor.Probes;

namespace Qiansi.Tool.Doctor;

/// <summary>What is installed on this machine, what is missing, and how to get it.</summary>
/// <param name="System">The operating system, in its own words.</param>
/// <param name="Platform">The runtime identifier, <c>linux-x64</c>.</param>
/// <param name="Runtime">The .NET this process runs on.</param>
/// <param name="Processors">Logical processors this process may use.</param>
/// <param name="MemoryBytes">Memory this process may use.</param>
/// <param name="Rows">The findings, grouped by area.</param>
internal sealed record DoctorReport(
    string System, string Platform, string Runtime, int Processors, long MemoryBytes, IReadOnlyList<DoctorRow> Rows)
{
    private static readonly Probe[] Probes =
    [
        new(".NET", "SDK", "builds the tool and restores #r \"nuget:\" packages", DotnetProbe.RunAsync),
        new(".NET", "package sources", "#r \"nuget:\" asks them for packages", PackageSourceProbe.RunAsync),
        new("Web", "node", "typesets formulas in HTML pages and builds the JupyterLab bundle", NodeProbe.RunAsync),
        new("Web", "browser", "prints pages and slides to PDF, and runs the browser tests", BrowserProbe.RunAsync),
        new("Jupyter", "jupyter", "notebooks in Jupyter's own front ends", JupyterProbe.RunAsync),
        new("Jupyter", "kernel", "front ends start C# notebooks with it", KernelSpecProbe.RunAsync),
        new("GPU", "NVIDIA", "live GPU figures, and packages that compute on the GPU", GpuProbe.RunAsync),
        new("Fonts", "Chinese", "Chinese terms in pictures and PDF pages", FontProbe.RunAsync),
        new("Disk", "caches", "what was fetched once need not be fetched again; may be deleted at any time", DiskProbe.RunAsync),
    ];

    /// <summary>Looks at the machine; all probes run at once, each within <see cref="DoctorEnvironment.Limit"/>.
    /// A probe that fails is a row of the report.</summary>
    /// <param name="environment">The machine to look at; this one when null.</param>
    /// <param name="cancellation">Ends the look; the only reason for an exception.</param>
    public static async Task<DoctorReport> CollectAsync(DoctorEnvironment? environment = null, CancellationToken cancellation = default)
    {
        environment ??= DoctorEnvironment.OfProcess();
        var rows = await Task.WhenAll(Probes.Select(p => Task.Run(() => p.LookAsync(environment, cancellation), cancellation)))
            .ConfigureAwait(false);
        return new DoctorReport(
            RuntimeInformation.OSDescription, RuntimeInformation.RuntimeIdentifier, RuntimeInformation.FrameworkDescription,
            Environment.ProcessorCount, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, [.. rows.SelectMany(r => r)]);
    }

    /// <summary>The report as JSON: <c>schema</c> (1), <c>system</c>, <c>platform</c>, <c>runtime</c>, <c>processors</c>,
    /// <c>memoryBytes</c>, and <c>rows</c> with <c>area</c>, <c>name</c>, <c>status</c> (<c>found</c>, <c>missing</c>, <c>problem</c>),
    /// <c>version</c>, <c>path</c>, <c>detail</c>, <c>why</c>, <c>howToGet</c> (null where there is none).</summary>
    public string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", 1);
            json.WriteString("system", System);
            json.WriteString("platform", Platform);
            json.WriteString("runtime", Runtime);
            json.WriteNumber("processors", Processors);
            json.WriteNumber("memoryBytes", MemoryBytes);
            json.WriteStartArray("rows");
            foreach (var row in Rows)
            {
                json.WriteStartObject();
                json.WriteString("area", row.Area);
                json.WriteString("name", row.Name);
                json.WriteString("status", row.Status.ToString().ToLowerInvariant());
                json.WriteString("version", row.Version);
                json.WriteString("path", row.Path);
                json.WriteString("detail", row.Detail);
                json.WriteString("why", row.Why);
                json.WriteString("howToGet", row.HowToGet);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return global::System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}
