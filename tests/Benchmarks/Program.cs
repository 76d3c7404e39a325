namespace Qiansi.Benchmarks;

/// <summary>Measures what the project promises, beside its peers. Quiet machine, medians; see <c>environment.md</c>.</summary>
internal static class Program
{
    private static readonly Dictionary<string, (string What, Func<int, Task> Run)> Suites = new()
    {
        ["start"] = ("process start to ready and to the first result, and memory", StartSuite.RunAsync),
        ["cells"] = ("a trivial later cell; a notebook of 300 cells", CellsSuite.RunAsync),
        ["loops"] = ("guarded and unguarded loops and calls beside a Release console program", LoopsSuite.RunAsync),
        ["allocations"] =
            ("strings, arrays and lists that are allocated and dropped, in a cell beside a Release program", AllocationsSuite.RunAsync),
        ["memory"] = ("1,000 cells, and a large array declared twenty times", MemorySuite.RunAsync),
        ["editor"] = ("completion and documentation, first and later", EditorSuite.RunAsync),
        ["jupyter"] = ("through jupyter_client, beside ipykernel: start, round trip, streams, a large display", JupyterSuite.RunAsync),
        ["metrics"] = ("processor time of a live panel and of a recording at 2 Hz; a training whose net is watched", MetricsSuite.RunAsync),
        ["torch"] = ("tensor kernels, one and two threads; --against python: beside PyTorch, interleaved; --only \"WORD|WORD\"",
            TorchSuite.RunAsync),
        ["gpt"] = ("tokens a second of a GPT in training and writing, and characters a second of byte-pair encoding; --against python",
            GptSuite.RunAsync),
        ["trees"] = ("layout of 100,000 nodes, of a graph of 300; a drawing as HTML", TreesSuite.RunAsync),
        ["tensors"] = ("tensors as they are shown: 1 GB in several layouts, batches", TensorsSuite.RunAsync),
        ["amazons"] = ("the Game of the Amazons: generator beside C++, evaluation, tree search", AmazonsSuite.RunAsync),
        ["snl"] = ("the SNL compiler; its Tiny Machine beside an interpreter in C; its IL backend beside C#", SnlSuite.RunAsync),
        ["pages"] = ("a notebook of up to 2,000 cells as a page, by the command and inside nb lab", PagesSuite.RunAsync),
        ["bplus"] = ("the B+ tree beside SQLite: a million keys inserted, looked up, scanned, loaded; pages read", BPlusSuite.RunAsync),
        ["scale"] = ("thirty kernels at once beside ipykernel; a sweep of 24 runs, two at a time; tasks on Slurm when SLURM_CONF is set",
            ScaleSuite.RunAsync),
        ["lab"] = ("nb lab: server start, new notebook, restart, memory, stop", LabSuite.RunAsync),
    };

    public static async Task<int> Main(string[] args)
    {
        if (args.Length == 0 || args.Any(a => a is "-h" or "--help"))
        {
            Console.WriteLine("usage: dotnet run -c Release --project tests/Benchmarks -- SUITE… [--runs N] [--against python] [--only "
                + "\"WORD|WORD\"]   (all runs every suite)\n");
            foreach (var (name, (what, _)) in Suites) Console.WriteLine($"  {name,-12} {what}");
            return 0;
        }

        var runs = args.SkipWhile(a => a != "--runs").Skip(1).Select(int.Parse).FirstOrDefault(7);
        var names = args.TakeWhile(a => !a.StartsWith("--", StringComparison.Ordinal)).ToList();
        if (names is ["all"]) names = [.. Suites.Keys];
        if (names.Find(n => !Suites.ContainsKey(n)) is { } unknown)
        {
            Console.Error.WriteLine($"There is no suite '{unknown}'; there are {string.Join(", ", Suites.Keys)}.");
            return 2;
        }

        Console.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}, "
            + $"{DateTime.Now:yyyy-MM-dd HH:mm}, medians of {runs} runs");
        foreach (var name in names)
        {
            Console.WriteLine($"\n{name}: {Suites[name].What}");
            await Suites[name].Run(runs);
        }

        return 0;
    }
}
