using System.Data;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Qiansi.Documents;
using Qiansi.Teaching;
using Qiansi.Tool.Tests.EndToEnd;

namespace Qiansi.Tool.Tests.Sweeps;

/// <summary><c>nb run --on slurm</c> with a real Slurm.</summary>
public sealed class SlurmTests(SlurmCluster cluster) : IClassFixture<SlurmCluster>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Arrays_run_what_is_open_failures_stop_nothing_and_a_retry_mends()
    {
        Train("""
            using Qiansi;
            if (seed == 2 && !System.IO.File.Exists("mended")) throw new System.Exception("bad seed");
            Run.Record("threads", torch.get_num_threads());
            """);
        string[] command = ["run", "train.ipynb", "--param", "seed=1..6", "--on", "slurm", "-j", "2", "--sbatch", "--comment 'two words'"];

        var handed = await NbAsync(command);
        var again = await NbAsync(command);
        var failed = await NbAsync("sweep", "status", "train-runs", "--wait", "--report", "junit.xml");
        File.WriteAllText(_folder["mended"], "");
        var kept = await NbAsync(command);
        var retried = await NbAsync([.. command, "--retry-failed"]);
        var mended = await NbAsync("sweep", "status", "train-runs", "--wait");

        Assert.True(handed.ExitCode == 0, handed.Output + handed.Error);
        // Runs 1 to 3, and 4 to 6 as tasks 0 to 2: an array may have four tasks.
        Assert.Matches(@"Handed in 6 runs as job \d+, \d+\n", handed.Output);
        Assert.Contains("Nothing to hand in", again.Output);
        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("6 runs: 5 ok, 1 failed\n", failed.Output);
        Assert.Contains("002 failed      seed=2: cell 3: System.Exception: bad seed", failed.Output);
        Assert.Equal(6, XDocument.Load(_folder["junit.xml"]).Root!.Elements("testsuite").Count());
        Assert.Contains("Nothing to hand in", kept.Output);
        Assert.Contains("Handed in 1 run as job", retried.Output);
        Assert.True(mended.ExitCode == 0, mended.Output);
        // A task of one processor takes one thread.
        Assert.Equal(Enumerable.Repeat<double?>(1, 6), Sweep.Load(Runs()).AsEnumerable().Select(r => r.Field<double?>("threads")));
    }

    [Fact]
    public async Task Cancelled_runs_keep_what_ran_and_go_on_later()
    {
        Train("while (!System.IO.File.Exists(\"go\")) System.Threading.Thread.Sleep(20);");
        string[] command = ["run", "train.ipynb", "--param", "seed=1..3", "--on", "slurm", "-j", "1"];
        await NbAsync(command);
        await BeginsAsync(1);

        var meanwhile = await NbAsync("sweep", "status", "train-runs");
        var cancelled = await NbAsync("sweep", "cancel", "train-runs");
        var stopped = await NbAsync("sweep", "status", "train-runs", "--wait");
        File.WriteAllText(_folder["go"], "");
        await NbAsync(command);
        var done = await NbAsync("sweep", "status", "train-runs", "--wait");

        Assert.Equal(0, meanwhile.ExitCode);
        Assert.Contains("3 runs: 1 running, 2 queued\n", meanwhile.Output);
        Assert.Contains("Cancelled job", cancelled.Output);
        Assert.Equal(130, stopped.ExitCode);
        Assert.Contains("3 runs: 3 interrupted\n", stopped.Output);
        Assert.Contains("003 interrupted seed=3: cancelled", stopped.Output);
        Assert.True(done.ExitCode == 0, done.Output);
        Assert.Contains("3 runs: 3 ok\n", done.Output);
    }

    [Fact]
    public async Task A_requeued_run_begins_anew_and_one_that_is_killed_is_told_lost()
    {
        Train("while (!System.IO.File.Exists(\"go\")) System.Threading.Thread.Sleep(20);");
        var handed = await NbAsync("run", "train.ipynb", "--param", "seed=1,2", "--on", "slurm");
        var job = Regex.Match(handed.Output, @"as job (\d+)").Groups[1].Value;
        var first = await BeginsAsync(1);
        var second = await BeginsAsync(2);

        await cluster.CallAsync("scontrol", "requeue", $"{job}_1");
        using (var victim = Process.GetProcessById(second)) victim.Kill();
        await Eventually.HoldsAsync(() => ProcessOf(1) is { } now && now != first, seconds: 120, "the requeued task runs again");
        File.WriteAllText(_folder["go"], "");
        var ended = await NbAsync("sweep", "status", "train-runs", "--wait");

        Assert.Equal(3, ended.ExitCode);
        Assert.Contains("2 runs: 1 ok, 1 lost\n", ended.Output);
        Assert.Contains("its process ended without a word", ended.Output);
    }

    [Fact]
    public async Task The_time_limit_of_a_job_is_told_and_what_ran_is_kept()
    {
        Train("Run.Record(\"half\", 1);", "System.Threading.Thread.Sleep(600_000);");

        await NbAsync("run", "train.ipynb", "--param", "seed=1", "-j", "1", "--on", "slurm", "--sbatch", "--time=1");
        var ended = await NbAsync("sweep", "status", "train-runs", "--wait");

        Assert.Equal(130, ended.ExitCode);
        Assert.Contains("001 interrupted seed=1: the job's time limit", ended.Output);
        Assert.Equal(1, Sweep.Load(Runs()).AsEnumerable().Single().Field<double>("half"));
        var kept = Notebook.Load(Directory.GetFiles(Runs("runs"), "*.ipynb").Single());
        Assert.NotNull(kept.Cells[^1].Failure());
    }

    private async Task<NbResult> NbAsync(params string[] arguments)
    {
        Assert.SkipWhen(SlurmCluster.Missing is not null, SlurmCluster.Missing ?? "");
        using var nb = NbProcess.Start(_folder.Folder, [cluster.Configuration], arguments);
        return await nb.EndAsync();
    }

    /// <summary>Waits until a run's process has begun, and returns it.</summary>
    private async Task<int> BeginsAsync(int run)
    {
        await Eventually.HoldsAsync(() => ProcessOf(run) is not null, seconds: 120, $"run {run} begins");
        return ProcessOf(run)!.Value;
    }

    private int? ProcessOf(int run)
    {
        var file = Directory.GetFiles(Runs("runs"), run.ToString("000", CultureInfo.InvariantCulture) + "*.json").SingleOrDefault();
        return file is null || JsonNode.Parse(File.ReadAllText(file)) is not { } state || (string?)state["status"] != "running"
            ? null : (int)state["process"]!;
    }

    private void Train(params string[] code) => CodeNotebook.Write(_folder.Folder, "train.ipynb",
        [CodeNotebook.Tagged("int seed = 0;", "parameters"), .. code.Select(c => new Cell(CellKind.Code, c))]);

    private string Runs(params string[] parts) => Path.Combine([_folder.Folder, "train-runs", .. parts]);
}
