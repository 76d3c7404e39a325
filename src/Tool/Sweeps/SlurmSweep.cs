using System.Text;
using System.Text.RegularExpressions;
using Qiansi.Documents.Saving;
using Qiansi.Teaching.Sweeps;
using Qiansi.Tool.Running;

namespace Qiansi.Tool.Sweeps;

/// <summary>Hands the runs of a sweep to Slurm: a job array, or several where an array may not be that large.</summary>
internal static partial class SlurmSweep
{
    /// <summary>Hands in the runs that have neither succeeded nor wait or run; those that failed only when the person asks for
    /// it.</summary>
    /// <returns>The manifest with the new jobs, and how many runs were handed in.</returns>
    /// <exception cref="CommandException">Slurm refuses, or is not there.</exception>
    public static async Task<(SweepManifest Manifest, int Runs)> SubmitAsync(SweepPlan plan, SweepOptions options)
    {
        var states = await SweepStatus.ReadAsync(plan.Folder, plan.Manifest);
        var open = plan.Wanted.Where(run => states[run.Index] is var status
            && status is not (RunStatus.Ok or RunStatus.Queued or RunStatus.Running)
            && (options.RetryFailed || !RunStatus.IsFailure(status))).Select(r => r.Index).Order().ToList();
        plan.Write();
        var manifest = plan.Manifest;
        if (open.Count == 0) return (manifest, 0);
        var size = await Slurm.MaxArraySizeAsync();
        foreach (var part in open.GroupBy(index => index / size * size))
        {
            var tasks = Slurm.Ranges(part.Select(index => index - part.Key));
            string[] arguments =
            [
                $"--job-name={Path.GetFileNameWithoutExtension(manifest.Notebook)}",
                $"--array={tasks}{(options.Jobs is { } most ? $"%{most}" : "")}",
                $"--output={plan.Folder.Of("runs").Replace("%", "%%", StringComparison.Ordinal)}/slurm-%A_%a.log",
                // What a task that is requeued had said before is kept.
                "--open-mode=append",
                // Two arrays at once would run twice as many.
                .. options.Jobs is not null && manifest.Jobs.Count > plan.Manifest.Jobs.Count
                ? [$"--dependency=afterany:{manifest.Jobs[^1].Id}"] : (string[])[],
                .. Words(options.Sbatch),
            ];
            var job = new SweepJob(await Slurm.SubmitAsync(arguments, Script(plan.Folder.Path, part.Key)), part.Key, [.. part]);
            manifest = manifest with { Jobs = [.. manifest.Jobs, job] };
            // At once, so that an error of the next part forgets none.
            AtomicFile.Write(plan.Folder.Manifest, SweepFolder.Bytes(manifest));
        }

        return (manifest, open.Count);
    }

    /// <summary>What a task runs: it becomes nb, so that signals reach it and its exit code is the task's.</summary>
    private static string Script(string folder, int offset)
    {
        var script = new StringBuilder("#!/bin/sh\n");
        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } root) script.Append(
            $"export DOTNET_ROOT={Quoted(root)}\n");
        var task = offset == 0 ? "$SLURM_ARRAY_TASK_ID" : $"$((SLURM_ARRAY_TASK_ID + {offset}))";
        return script.Append($"exec {string.Join(' ', OwnKernel.Command.Select(Quoted))} run --task \"{task}\" {Quoted(folder)}\n")
            .ToString();
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>The words of a line as shells cut it: at blanks that are not within single or double quotes.</summary>
    private static IEnumerable<string> Words(string line) => Word().Matches(line)
        .Select(word => string.Concat(Piece().Matches(word.Value).Select(p => p.Value[0] is '"' or '\'' ? p.Value[1..^1] : p.Value)));

    [GeneratedRegex("""(?:"[^"]*"|'[^']*'|[^\s"'])+""")]
    private static partial Regex Word();

    [GeneratedRegex("""
        "[^"]*"|'[^']*'|[^"']+
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Piece();
}
