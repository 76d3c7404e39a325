using Qiansi.Teaching.Sweeps;
using Qiansi.Tool.Running;

namespace Qiansi.Tool.Sweeps;

/// <summary>One start of a sweep, here or on Slurm.</summary>
internal static class SweepStart
{
    /// <summary>Lists the runs, runs those that are open, and collects the results.</summary>
    /// <param name="options">What the command line says.</param>
    /// <param name="cluster">Where they run: null here, <see cref="Slurm.Name"/>, or else wherever <c>--task</c> is called.</param>
    /// <param name="output">Where progress goes.</param>
    /// <param name="error">Where warnings go.</param>
    /// <returns>The exit code: the gravest of the runs.</returns>
    public static async Task<int> RunAsync(SweepOptions options, string? cluster, TextWriter output, TextWriter error)
    {
        var plan = SweepPlan.Make(options);
        using var progress = new SweepProgress(output, options.Jobs ?? 1);
        var description = ParameterGrid.Describe(options.Axes, options.Zip, plan.Wanted.Count);
        progress.List($"{options.File}: {description}, in {Path.GetRelativePath(Environment.CurrentDirectory, plan.Folder.Path)}",
            plan.Wanted);
        if (options.DryRun) return ExitCode.Ok;
        if (cluster == Slurm.Name) return await SubmitAsync(plan, options, output);
        if (cluster is not null)
        {
            plan.Write();
            output.WriteLine($"Wrote {plan.Folder.Manifest}: a scheduler runs number i by nb run --task i {plan.Folder.Path}");
            return ExitCode.Ok;
        }

        using var interrupts = InterruptRequests.OfProcess();
        await new LocalSweep(plan, options, interrupts, progress, error).RunAsync();
        var code = SweepSummary.Write(plan.Folder, await SweepStatus.ReadAsync(plan.Folder, plan.Manifest), options.Report, output);
        if (!interrupts.IsRequested) return code;
        output.WriteLine("Interrupted: the same command goes on with the runs that have not ended.");
        return ExitCode.Interrupted;
    }

    /// <summary>One run as a task of a scheduler, which shares out the cores itself.</summary>
    /// <returns>The exit code of the run.</returns>
    public static async Task<int> RunTaskAsync(int index, string path, TextWriter output, TextWriter error)
    {
        // Kubernetes and others hand over a path to the manifest or to its folder, whichever is mounted.
        var folder = new SweepFolder(Path.GetFileName(path) == "sweep.json" ? Path.GetDirectoryName(Path.GetFullPath(path))! : path);
        var manifest = folder.ReadManifest();
        var run = manifest.Runs.FirstOrDefault(r => r.Index == index)
            ?? throw new CommandException($"--task {index}: {folder.Path} has runs 1 to {manifest.Runs.Count}.");
        if (SweepFolder.Status(manifest, folder.ReadState(run)) == RunStatus.Ok)
        {
            output.WriteLine($"{run.Name}: has succeeded before");
            return ExitCode.Ok;
        }

        using var interrupts = InterruptRequests.OfProcess();
        var state = await new SweepTask(folder, manifest, null, interrupts, error).RunAsync(run);
        output.WriteLine($"{run.Name}: {state.Status}{(state.Error is { } problem ? $": {problem}" : "")}");
        return RunOutcome.CodeOf(state.Status);
    }

    private static async Task<int> SubmitAsync(SweepPlan plan, SweepOptions options, TextWriter output)
    {
        var (manifest, runs) = await SlurmSweep.SubmitAsync(plan, options);
        var shown = Path.GetRelativePath(Environment.CurrentDirectory, plan.Folder.Path);
        output.WriteLine(runs == 0
            ? "Nothing to hand in: all runs have ended, wait or run."
            : $"Handed in {runs} {(runs == 1 ? "run" : "runs")} as job "
            + $"{string.Join(", ", manifest.Jobs.Skip(plan.Manifest.Jobs.Count).Select(j => j.Id))}");
        output.WriteLine($"  nb sweep status {shown}            how far they are, and their results so far (--wait: until all have ended)");
        output.WriteLine($"  nb sweep cancel {shown}            stop them; the same nb run goes on later");
        return ExitCode.Ok;
    }
}
