using Qiansi.Documents;
using Qiansi.Teaching.Sweeps;
using Qiansi.Tool.Running;

namespace Qiansi.Tool.Sweeps;

/// <summary>Runs the runs of a sweep on this machine, some at once.</summary>
internal sealed class LocalSweep(
    SweepPlan plan, SweepOptions options, InterruptRequests interrupts, SweepProgress progress, TextWriter error)
{
    /// <summary>Runs those that have not succeeded with these cells; those that failed only when the person asks for it.</summary>
    /// <exception cref="CommandException">Another process runs this sweep.</exception>
    /// <exception cref="DocumentException">The folder cannot be written to.</exception>
    public async Task RunAsync()
    {
        using var held = Hold();
        plan.Write();
        var open = new Queue<SweepRun>(plan.Wanted.Where(IsOpen));
        progress.Begin(open.Count, plan.Wanted.Count - open.Count);
        var jobs = options.Jobs ?? 1;
        var threads = jobs == 1 ? (int?)null : Math.Max(1, Environment.ProcessorCount / jobs);
        var task = new SweepTask(plan.Folder, plan.Manifest, threads, interrupts, error);
        var stopped = false;
        await Task.WhenAll(Enumerable.Range(0, Math.Min(jobs, open.Count)).Select(_ => Task.Run(WorkAsync)));

        async Task WorkAsync()
        {
            while (Next() is { } run)
            {
                progress.Started(run);
                var state = await task.RunAsync(run);
                stopped |= options.FailFast && state.Status != RunStatus.Ok;
                progress.Ended(run, state, RecordWriter.Read(plan.Folder.Of(run, ".jsonl")));
            }
        }

        SweepRun? Next()
        {
            lock (open) return stopped || interrupts.IsRequested || !open.TryDequeue(out var run) ? null : run;
        }
    }

    /// <summary>Whether a run is to run now.</summary>
    private bool IsOpen(SweepRun run)
    {
        var status = SweepFolder.Status(plan.Manifest, plan.Folder.ReadState(run));
        return status != RunStatus.Ok && (options.RetryFailed || !RunStatus.IsFailure(status));
    }

    /// <summary>Two processes that run one sweep would write the same files.</summary>
    private FileStream Hold()
    {
        Directory.CreateDirectory(plan.Folder.Path);
        try
        {
            return new(plan.Folder.Of("sweep.lock"), new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.Write,
                Share = FileShare.None,
                Options = FileOptions.DeleteOnClose,
            });
        }
        catch (IOException e)
        {
            throw new CommandException(
                $"{plan.Folder.Path} is in use by another nb: {e.Message}", "Wait for it, or name another folder: -o FOLDER");
        }
    }
}
