using System.Diagnostics;
using Qiansi.Documents;
using Qiansi.Documents.Collecting;
using Qiansi.Jupyter.Client;
using Qiansi.Tool.Progress;

namespace Qiansi.Tool.Running;

/// <summary>Runs notebooks, each in a kernel process of its own.</summary>
internal sealed class NotebookRunner(RunOptions options, RunProgress progress, InterruptRequests interrupts)
{
    private const string MayFailTag = "raises-exception";
    private const string SkipTag = "skip-execution";

    /// <summary>Runs the code cells from first to last, until one does not succeed; outputs of earlier runs are removed first.</summary>
    /// <param name="path">Its file; cells run in the file's folder.</param>
    /// <param name="notebook">The notebook, which gets the outputs.</param>
    /// <param name="checkpoints">Saves after each cell that ran, when the outputs so far are in the notebook.</param>
    /// <exception cref="Jupyter.KernelSpecs.KernelSpecException">The kernelspec is not installed, or broken.</exception>
    /// <exception cref="KernelStartException">The kernel did not start.</exception>
    public async Task<NotebookReport> RunAsync(string path, Notebook notebook, Checkpoints? checkpoints = null)
    {
        var (started, clock) = (DateTimeOffset.Now, Stopwatch.StartNew());
        var choice = KernelChoice.For(notebook, path, options.KernelName, options.Torch, options.Environment);
        var cells = CodeCells(notebook);
        var mayFail = cells.Where(c => c.HasTag(MayFailTag) || (options.StoredErrorsAreExpected && c.Outputs.Exists(o => o is ErrorOutput)))
            .ToHashSet();
        ClearOutputs(notebook);
        progress.Begin(path, cells.Count);
        var reports = new List<CellReport>();
        var failure = await RunCellsAsync();
        foreach (var cell in cells.Skip(reports.Count)) reports.Add(new(reports.Count + 1, cell, CellOutcome.NotRun, TimeSpan.Zero, null));
        if (interrupts.IsRequested && !reports.Exists(r => r.Outcome == CellOutcome.Interrupted))
            failure = new("The run was interrupted.", ExitCode.Interrupted);
        return new(path, started) { Cells = reports, Elapsed = clock.Elapsed, Failure = failure };

        async Task<RunFailure?> RunCellsAsync()
        {
            KernelProcess kernel;
            try
            {
                kernel = await KernelProcess.StartAsync(choice.Launch, interrupts.Interrupt);
            }
            catch (OperationCanceledException)
            {
                return null;
            }

            await using (kernel)
            {
                var outputs = new NotebookOutputs();
                var runner = new CellRunner(kernel, outputs, options, progress, interrupts, checkpoints ?? new(() => { }));
                kernel.Client.Published += runner.TakeLate;
                foreach (var cell in cells)
                {
                    if (interrupts.IsRequested) break;
                    var number = reports.Count + 1;
                    progress.BeginCell(number, cell);
                    var report = cell.HasTag(SkipTag)
                        ? new(number, cell, CellOutcome.Skipped, TimeSpan.Zero, null)
                        : await runner.RunAsync(number, cell, choice.CodeOf(cell, notebook), mayFail.Contains(cell));
                    reports.Add(report);
                    progress.EndCell(report);
                    if (!report.GoesOn
                        && !(options.KeepsGoing && report.Outcome is CellOutcome.Failed or CellOutcome.TimedOut
                            && !kernel.Exited.IsCompleted)) break;
                    checkpoints?.Offer();
                }

                var exit = await kernel.ShutdownAsync();
                checkpoints?.Dispose();
                outputs.Apply();
                return exit.Requested || reports.Exists(r => r.Outcome == CellOutcome.KernelDied)
                    ? null : new(KernelDeath.Describe(exit).Message, ExitCode.KernelDied);
            }
        }
    }

    private static List<Cell> CodeCells(Notebook notebook) =>
        [.. notebook.Cells.Where(c => c.Kind == CellKind.Code && !string.IsNullOrWhiteSpace(c.Source))];

    private static void ClearOutputs(Notebook notebook)
    {
        foreach (var cell in notebook.Cells.Where(c => c.Kind == CellKind.Code && !c.HasTag(SkipTag)))
        {
            cell.Outputs = [];
            cell.ExecutionCount = null;
            cell.Metadata.Remove("execution");
        }
    }
}
