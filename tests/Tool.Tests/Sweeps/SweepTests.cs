using System.Data;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Qiansi.Documents;
using Qiansi.Teaching;
using Qiansi.Tool.Tests.EndToEnd;

namespace Qiansi.Tool.Tests.Sweeps;

/// <summary><c>nb run</c> with several values, as a person starts it.</summary>
public sealed class SweepTests : IDisposable
{
    private const string Parameters = "double lr = 1;\nint seed = 0;\nstring name = \"plain\";";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Runs_the_product_and_collects_what_the_runs_recorded()
    {
        Train("for (var i = 0; i < 3; i++) Run.Record(\"loss\", lr * seed / (i + 1));\nRun.Record(\"accuracy\", seed / 10.0);");

        var result = await NbAsync("run", "train.ipynb", "--param", "lr=0.5,0.25", "-p", "seed=1..2", "-p", "name=a\\,b", "-j", "2",
            "--report", "junit.xml");

        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Assert.StartsWith("train.ipynb: lr (2) × seed (2) = 4 runs, in train-runs\n  001  lr=0.5 seed=1 name=a,b\n  002  lr=0.5 seed=2",
            result.Output);
        Assert.Contains("4 runs: 4 ok\n", result.Output);
        string[] csv = [.. File.ReadAllLines(Runs("results.csv"))];
        Assert.Equal("run,lr,seed,name,status,seconds,loss,accuracy", csv[0]);
        Assert.Matches("^1,0.5,1,\"a,b\",ok,[0-9.]+,0.1666[0-9]*,0.1$", csv[1]);
        Assert.Matches("^4,0.25,2,\"a,b\",ok,[0-9.]+,0.1666[0-9]*,0.2$", csv[4]);
        Assert.Equal(4, Directory.GetFiles(Runs("runs"), "*.ipynb").Length);
        Assert.Contains("Parameters of this run", Notebook.Load(Runs("runs", "003-lr=0.25-seed=1.ipynb")).Cells[1].Source);

        var page = File.ReadAllText(Runs("index.html"));
        Assert.Contains("Parallel coordinates of 4 runs: lr, seed, loss, accuracy", page);
        Assert.Contains("loss by lr", page);
        Assert.Contains("<a href=\"runs/004-lr%3D0.25-seed%3D2.ipynb\">4</a>", page);

        var suites = XDocument.Load(_folder["junit.xml"]).Root!;
        Assert.Equal("12", (string)suites.Attribute("tests")!);
        Assert.Equal("train.ipynb (lr=0.25, seed=2, name=a,b)",
            Path.GetFileName((string)suites.Elements("testsuite").Last().Attribute("name")!));

        var table = Sweep.Load(Runs());
        Assert.Equal([typeof(int), typeof(double), typeof(long), typeof(string), typeof(string), typeof(double), typeof(double),
            typeof(double)],
            table.Columns.Cast<DataColumn>().Select(c => c.DataType));
        Assert.Equal([0.1, 0.2, 0.1, 0.2], table.AsEnumerable().Select(r => r.Field<double>("accuracy")));
        Assert.Equal([0.5, 0.25, 0.5 / 3], Sweep.Curves(Runs(), "loss").AsEnumerable().Take(3).Select(r => r.Field<double>("value")));
    }

    [Fact]
    public async Task Values_are_checked_and_counted_before_anything_runs()
    {
        Train("System.IO.File.WriteAllText(\"ran\", \"\");");

        var wrong = await NbAsync("run", "train.ipynb", "--param", "lr=0.1,fast", "-p", "seed=1..2");
        var unknown = await NbAsync("run", "train.ipynb", "--param", "rate=0.1,0.2");
        var listed = await NbAsync("run", "train.ipynb", "--param", "lr=0.1,0.2", "-p", "seed=1..50", "--dry-run");

        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains("'fast' is not a number", wrong.Error);
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("The notebook's parameters are: lr (double), seed (int), name (string)", unknown.Error);
        Assert.Equal(0, listed.ExitCode);
        Assert.Contains("lr (2) × seed (50) = 100 runs", listed.Output);
        Assert.Contains("… 81 more …", listed.Output);
        Assert.False(File.Exists(_folder["ran"]));
        Assert.False(Directory.Exists(Runs()));
    }

    [Fact]
    public async Task A_failed_run_stops_no_other_and_a_second_start_runs_what_is_open()
    {
        Train("""
            System.IO.File.AppendAllText("ran", $"{seed} ");
            if (seed == 2 && !System.IO.File.Exists("mended")) throw new System.Exception("bad seed");
            """);

        var first = await NbAsync("run", "train.ipynb", "--param", "seed=1..3");
        var second = await NbAsync("run", "train.ipynb", "--param", "seed=1..4");
        File.WriteAllText(_folder["mended"], "");
        var third = await NbAsync("run", "train.ipynb", "--param", "seed=1..4", "--retry-failed");
        var status = await NbAsync("sweep", "status", "train-runs");

        Assert.Equal(1, first.ExitCode);
        Assert.Contains("cell 3: System.Exception: bad seed", first.Output);
        Assert.Contains("3 runs: 2 ok, 1 failed", first.Output);
        Assert.Equal(1, second.ExitCode);
        Assert.Contains("3 ended in an earlier start, 1 to run", second.Output);
        Assert.True(third.ExitCode == 0, third.Output);
        Assert.Contains("4 runs: 4 ok", status.Output);
        Assert.Equal("1 2 3 4 2 ", File.ReadAllText(_folder["ran"]));
    }

    [Fact]
    public async Task Another_notebook_under_the_name_runs_anew_and_outputs_do_not_count()
    {
        Train("System.IO.File.AppendAllText(\"ran\", \"a\");");
        await NbAsync("run", "train.ipynb", "--param", "seed=1,2");
        await NbAsync("run", "train.ipynb", "--inplace");
        await NbAsync("run", "train.ipynb", "--param", "seed=1,2");
        Train("System.IO.File.AppendAllText(\"ran\", \"b\");");
        await NbAsync("run", "train.ipynb", "--param", "seed=1", "-j", "1");
        var status = await NbAsync("sweep", "status", "train-runs");

        Assert.Equal("aaab", File.ReadAllText(_folder["ran"]));
        Assert.Contains("2 runs: 1 ok, 1 outdated", status.Output);
    }

    [Fact]
    public async Task An_interrupted_sweep_goes_on_where_it_stopped()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Sends SIGINT, which Windows does not have.");
        Train("""
            System.IO.File.AppendAllText("ran", $"{seed} ");
            Run.Record("half", seed);
            while (seed == 2 && !System.IO.File.Exists("go")) System.Threading.Thread.Sleep(20);
            """);

        using var nb = NbProcess.Start(_folder.Folder, "run", "train.ipynb", "--param", "seed=1..3");
        await Eventually.HoldsAsync(() => File.Exists(_folder["ran"]) && File.ReadAllText(_folder["ran"]) == "1 2 ", seconds: 120);
        var meanwhile = await NbAsync("run", "train.ipynb", "--param", "seed=1..3");
        nb.Interrupt();
        var first = await nb.EndAsync();
        File.WriteAllText(_folder["go"], "");
        var second = await NbAsync("run", "train.ipynb", "--param", "seed=1..3");

        Assert.Equal(2, meanwhile.ExitCode);
        Assert.Contains("is in use by another nb", meanwhile.Error);
        Assert.Equal(130, first.ExitCode);
        Assert.Contains("3 runs: 1 ok, 1 interrupted, 1 pending", first.Output);
        Assert.Contains("the same command goes on", first.Output);
        Assert.True(second.ExitCode == 0, second.Output);
        Assert.Equal("1 2 2 3 ", File.ReadAllText(_folder["ran"]));
        Assert.Equal([1d, 2, 3], Sweep.Load(Runs()).AsEnumerable().Select(r => r.Field<double>("half")));
    }

    [Fact]
    public async Task Cores_are_shared_out_and_the_notebook_is_read_once()
    {
        Train("using Qiansi;\nRun.Record(\"threads\", torch.get_num_threads());\nRun.Record(\"nan\", double.NaN);");

        var result = await NbAsync("run", "train.ipynb", "--param", "seed=1..2", "-j", Environment.ProcessorCount.ToString());

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Equal([1d, 1], Sweep.Load(Runs()).AsEnumerable().Select(r => r.Field<double>("threads")));
        Assert.All(File.ReadAllLines(Runs("results.csv")).Skip(1), line => Assert.EndsWith(",1,NaN", line));
    }

    [Fact]
    public async Task A_task_runs_one_run_of_a_folder()
    {
        Train("if (seed == 2) throw new System.Exception(\"bad seed\");\nseed");
        var written = await NbAsync("run", "train.ipynb", "--param", "seed=1..2", "--on", "folder");
        Assert.Equal("2 runs: 2 pending", (await NbAsync("sweep", "status", "train-runs")).Output.Split('\n')[2]);

        var one = await NbAsync("run", "--task", "1", "train-runs/sweep.json");
        var two = await NbAsync("run", "--task", "2", "train-runs");
        var none = await NbAsync("run", "--task", "3", "train-runs");

        Assert.Contains("nb run --task i", written.Output);
        Assert.Equal((0, 1, 2), (one.ExitCode, two.ExitCode, none.ExitCode));
        Assert.Contains("001-seed=1: ok", one.Output);
        Assert.Contains("has runs 1 to 2", none.Error);
        Assert.Equal("failed", (string)JsonNode.Parse(File.ReadAllText(Runs("runs", "002-seed=2.json")))!["status"]!);
    }

    [Theory]
    [InlineData("A sweep needs parameters", "run", "train.ipynb", "-j", "2")]
    [InlineData("A sweep runs one notebook", "run", "train.ipynb", "other.ipynb", "-p", "seed=1,2")]
    [InlineData("--inplace keeps one run", "run", "train.ipynb", "-p", "seed=1,2", "--inplace")]
    [InlineData("is one file, and a sweep has several runs", "run", "train.ipynb", "-p", "seed=1,2", "-o", "done.ipynb")]
    [InlineData("-j '0' is not a whole number above 0", "run", "train.ipynb", "-p", "seed=1,2", "-j", "0")]
    [InlineData("there is no sweep.json", "sweep", "status", ".")]
    public async Task What_does_not_go_together_is_said(string problem, params string[] arguments)
    {
        Train("1");
        var result = await NbAsync(arguments);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(problem, result.Error);
    }

    private Task<NbResult> NbAsync(params string[] arguments) => NbProcess.RunAsync(_folder.Folder, arguments);

    private void Train(string code) =>
        CodeNotebook.Write(_folder.Folder, "train.ipynb", CodeNotebook.Tagged(Parameters, "parameters"), new Cell(CellKind.Code, code));

    private string Runs(params string[] parts) => Path.Combine([_folder.Folder, "train-runs", .. parts]);
}
