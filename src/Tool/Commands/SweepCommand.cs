using System.CommandLine;
using Qiansi.Teaching.Sweeps;
using Qiansi.Tool.Sweeps;

namespace Qiansi.Tool.Commands;

/// <summary><c>nb sweep</c>: looks after the folders of sweeps that <c>nb run</c> makes.</summary>
internal static class SweepCommand
{
    private const string Notes = """
        A sweep is begun, and gone on with, by nb run FILE --param name=a,b (see nb run --help).

        Exit codes: as of nb run, the gravest of the runs that have ended.

        Examples:
          nb sweep status train-runs               how far the runs are; results.csv and index.html so far
          nb sweep status train-runs --wait --report junit.xml
          nb sweep cancel train-runs               stop what waits and runs on Slurm
        """;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private static readonly Argument<string> Folder = new("FOLDER") { Description = "The sweep's folder." };
    private static readonly Option<bool> Wait =
        new("--wait") { Description = "Wait until all runs that were begun or handed in have ended." };
    private static readonly Option<string?> Report =
        new("--report") { Description = "Write a JUnit XML report: a suite a run.", HelpName = "junit.xml" };

    public static Command Create()
    {
        var status = new Command("status", "Say how far the runs are and collect their results.") { Folder, Wait, Report };
        status.SetAction(StatusAsync);
        var cancel = new Command("cancel", "Stop the runs that wait or run on Slurm; what ran is kept.") { Folder };
        cancel.SetAction(CancelAsync);
        var command = new DocumentedCommand("sweep", "Look after the folder of a sweep.") { Notes = Notes };
        command.Add(status);
        command.Add(cancel);
        return command;
    }

    private static async Task<int> StatusAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var folder = new SweepFolder(arguments.GetRequiredValue(Folder));
        var output = arguments.InvocationConfiguration.Output;
        var states = await SweepStatus.ReadAsync(folder, folder.ReadManifest());
        for (var pause = Pause; arguments.GetValue(Wait) && states.Values.Any(s => s is RunStatus.Queued or RunStatus.Running);)
        {
            await Task.Delay(pause, cancellation);
            // A scheduler is not to be asked all the time.
            pause = pause * 1.5 < LongestPause ? pause * 1.5 : LongestPause;
            states = await SweepStatus.ReadAsync(folder, folder.ReadManifest());
        }

        foreach (var row in SweepResults.Read(folder.Path).With(states).Rows.Where(r => r.Status != RunStatus.Ok))
            output.WriteLine($"  {row.Run.Index:000} {row.Status,-11} "
                + $"{row.Run.Title}{(row.State?.Error is { } error && row.State.Status == row.Status ? $": {error}" : "")}");
        return SweepSummary.Write(folder, states, arguments.GetValue(Report), output);
    }

    private static async Task<int> CancelAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var folder = new SweepFolder(arguments.GetRequiredValue(Folder));
        var manifest = folder.ReadManifest();
        var states = await SweepStatus.ReadAsync(folder, manifest);
        var open = manifest.Jobs.Where(j => j.Runs.Any(r => states[r] is RunStatus.Queued or RunStatus.Running)).ToList();
        foreach (var job in open) await Slurm.CancelAsync(job.Id);
        arguments.InvocationConfiguration.Output.WriteLine(open.Count == 0
            ? "Nothing waits or runs on Slurm."
            : $"Cancelled job {string.Join(", ", open.Select(j => j.Id))}; the same nb run hands its runs in again.");
        return ExitCode.Ok;
    }
}
