using System.Diagnostics;
using Qiansi.Documents.Saving;
using Qiansi.Teaching.Sweeps;

namespace Qiansi.Tool.Sweeps;

/// <summary>How far the runs of a sweep are: what their files say and, of those handed to a scheduler, what that says.</summary>
internal static class SweepStatus
{
    /// <summary>The status of each run, by its index. What the scheduler says of runs whose process could not is kept in their
    /// files.</summary>
    /// <exception cref="CommandException">The scheduler does not answer.</exception>
    public static async Task<IReadOnlyDictionary<int, string>> ReadAsync(SweepFolder folder, SweepManifest manifest)
    {
        var states = manifest.Runs.ToDictionary(r => r.Index, r => SweepFolder.Status(manifest, folder.ReadState(r)));
        // A run that was handed in again belongs to the last of its jobs.
        var jobs = manifest.Runs.ToDictionary(r => r.Index, r => manifest.Jobs.LastOrDefault(j => j.Runs.Contains(r.Index)));
        foreach (var runs in manifest.Runs.Where(r => jobs[r.Index] is not null).GroupBy(r => jobs[r.Index]!))
        {
            var job = runs.Key;
            // What an earlier task of a run has written says nothing of the last one.
            var unfinished = runs.Where(r => states[r.Index] != RunStatus.Ok
                && !(RunStatus.IsFailure(states[r.Index]) && folder.ReadState(r)?.Task == TaskOf(job, r))).ToList();
            if (unfinished.Count == 0) continue;
            // The order matters: a task that ends between the two is in the second.
            var (queue, ended) = (await Slurm.QueueAsync(job.Id), await Slurm.StatesAsync(job.Id));
            foreach (var run in unfinished)
            {
                var state = folder.ReadState(run);
                var task = run.Index - job.Offset;
                states[run.Index] = queue.TryGetValue(task, out var queued)
                    ? queued is "RUNNING" or "COMPLETING" ? RunStatus.Running : RunStatus.Queued
                    : Ended(folder, manifest, run, state, ended.GetValueOrDefault(task), TaskOf(job, run));
            }
        }

        foreach (var run in manifest.Runs.Where(r => jobs[r.Index] is null && states[r.Index] == RunStatus.Running))
            if (folder.ReadState(run) is { } state && state.Machine == Environment.MachineName
                && !IsAlive(state.Process)) states[run.Index] = RunStatus.Lost;
        return states;
    }

    /// <summary>A task that no longer waits or runs: what it wrote, with the scheduler's reason where it was stopped.</summary>
    private static string Ended(SweepFolder folder, SweepManifest manifest, SweepRun run, RunState? state, string? scheduler, string task)
    {
        var reason = scheduler switch
        {
            "TIMEOUT" => "the job's time limit",
            "CANCELLED" => "cancelled",
            "OUT_OF_MEMORY" => "out of memory",
            "NODE_FAIL" => "its node failed",
            "PREEMPTED" => "preempted",
            _ => null,
        };
        if (SweepFolder.Status(manifest, state) == RunStatus.Ok) return RunStatus.Ok;
        var isOfTask = state?.Task == task && state.Content == manifest.Content;
        if (isOfTask && state!.Status is not (RunStatus.Running or RunStatus.Interrupted)) return state.Status;
        if (isOfTask && state!.Status == RunStatus.Interrupted && (reason is null || state.Error == reason)) return state.Status;
        // Cancelled before it began, it left no file; killed, it left one that says it runs.
        if (!isOfTask && scheduler is null or "COMPLETED") return SweepFolder.Status(manifest, state);
        var status = scheduler is "TIMEOUT" or "CANCELLED" or "PREEMPTED" || state?.Status == RunStatus.Interrupted
            ? RunStatus.Interrupted : RunStatus.Lost;
        var seen = (isOfTask ? state! : new RunState(manifest.Content, status, DateTimeOffset.Now) { Task = task }) with
        {
            Status = status,
            Error = reason ?? "its process ended without a word (killed, or its machine gone)",
        };
        AtomicFile.Write(folder.Of(run, ".json"), SweepFolder.Bytes(seen));
        return status;
    }

    private static string TaskOf(SweepJob job, SweepRun run) => $"{job.Id}_{run.Index - job.Offset}";

    private static bool IsAlive(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
