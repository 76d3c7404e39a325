using System.Globalization;
using Qiansi.Documents.Saving;
using Qiansi.Publishing;
using Qiansi.Teaching;
using Qiansi.Teaching.Sweeps;
using Qiansi.Tool.Progress;
using Qiansi.Tool.Reports;
using Qiansi.Tool.Running;

namespace Qiansi.Tool.Sweeps;

/// <summary>Runs one run of a sweep, here or as a task of a scheduler: everything it leaves is in the sweep's folder.</summary>
/// <param name="folder">The sweep's folder.</param>
/// <param name="manifest">What is to run.</param>
/// <param name="threads">Threads for its tensors; as many as there are processors when null.</param>
/// <param name="interrupts">The person's wish to stop.</param>
/// <param name="error">Where warnings go.</param>
internal sealed class SweepTask(SweepFolder folder, SweepManifest manifest, int? threads, InterruptRequests interrupts, TextWriter error)
{
    private static readonly string[] ThreadVariables = ["QIANSI_NUM_THREADS", "OMP_NUM_THREADS"];

    /// <summary>Runs it; files of an earlier try are replaced.</summary>
    /// <exception cref="Documents.DocumentException">The folder cannot be written to.</exception>
    public async Task<RunState> RunAsync(SweepRun run)
    {
        OutputFile.MakeFolder(folder.Of(run, ".json"));
        foreach (var extension in (string[])[".jsonl", ".xml", ".ipynb", ".html"]) File.Delete(folder.Of(run, extension));
        var state = new RunState(manifest.Content, RunStatus.Running, DateTimeOffset.Now) { Task = Slurm.TaskOfProcess };
        Save(run, state);
        using var log = new StreamWriter(folder.Of(run, ".log"), append: false);
        var progress = new PlainProgress(log, isLog: true);
        var runner = new NotebookRunner(new RunOptions
        {
            CellTimeout = manifest.Timeout is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            KernelName = manifest.Kernel,
            Torch = manifest.Torch,
            Environment = [new(Run.Variable, folder.Of(run, ".jsonl")), .. Threads()],
        }, progress, interrupts);
        // On a machine that has the sweep's folder alone, a container's, cells run in that.
        var copy = folder.Copy(manifest);
        var notebook = Directory.Exists(Path.GetDirectoryName(manifest.Notebook)) ? manifest.Notebook : copy;
        var plan = new RunPlan(notebook, folder.Of(run, ".ipynb"), manifest.Pages ? folder.Of(run, ".html") : null)
        {
            Source = copy,
        };
        var report = await FileRun.RunAsync(plan, [.. run.Parameters], runner, progress, error);
        JUnitReport.Write(folder.Of(run, ".xml"), [report]);
        state = state with
        {
            Status = RunOutcome.StatusOf(report.ExitCode),
            Seconds = Math.Round(report.Elapsed.TotalSeconds, 3),
            Error = report.Failure?.Message ?? report.Cells.FirstOrDefault(c => !c.GoesOn && c.Error is not null) switch
            {
                { Error: { } failed, Number: var number } => $"cell {number}: {failed.Name}: {failed.Message.ReplaceLineEndings(" ")}",
                _ => null,
            },
        };
        Save(run, state);
        return state;
    }

    private void Save(SweepRun run, RunState state) => AtomicFile.Write(folder.Of(run, ".json"), SweepFolder.Bytes(state));

    /// <summary>The cores shared out, unless the person has said how many threads there are to be.</summary>
    private IEnumerable<KeyValuePair<string, string>> Threads() =>
        threads is not { } count || ThreadVariables.Any(v => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(v))) ? []
            : ThreadVariables.Select(v => new KeyValuePair<string, string>(v, count.ToString(CultureInfo.InvariantCulture)));
}
