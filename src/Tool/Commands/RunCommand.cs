using System.CommandLine;
using Qiansi.Documents;
using Qiansi.Tool.Progress;
using Qiansi.Tool.Reports;
using Qiansi.Tool.Running;
using Qiansi.Tool.Sweeps;

namespace Qiansi.Tool.Commands;

/// <summary><c>nb run</c>: executes notebooks, each in a kernel process of its own.</summary>
internal static class RunCommand
{
    private const string Notes = """
        A cell that fails ends its notebook; the cells that ran keep their outputs, and the next file runs.
        Tags: 'raises-exception' lets a cell fail, 'skip-execution' leaves a cell alone, 'parameters' marks
        the cell whose values --param overrides.
        Several values of a parameter make a sweep: a run for each combination, listed before the first begins, each in a
        kernel of its own, all in one folder (-o, else NAME-runs) with results.csv, index.html, and each run's notebook.
        1..3 is 1, 2, 3; 0..1..0.25 has steps; "a,b" and a\,b are one value, and so is a JSON list such as [64,32].
        Run.Record("accuracy", x) in the notebook makes a column of the results. The same command again runs what has not
        ended; runs that failed only with --retry-failed; and everything anew when the notebook's code has changed.
        Ctrl+C interrupts the running cell, saves what ran and ends; a second Ctrl+C does not wait for the cell.

        Exit codes:
          0    all cells ran
          1    a cell failed
          2    a file, parameter or argument cannot be used
          3    a kernel did not start, or its process died (stack overflow, FailFast, out of memory, kill)
          4    a cell ran longer than --timeout
          130  interrupted
        With several files, the gravest of these: 130, 3, 4, 2, 1.

        Examples:
          nb run chapter.ipynb                                    run and tell, change nothing
          nb run chapter.ipynb --inplace                          keep the outputs in the file
          nb run chapter.ipynb -o done.ipynb --html page.html
          nb run train.ipynb --param epochs=3 --param rate=1e-3 -o results/
          nb run chapter.ipynb --torch TorchSharp                 the same cells on libtorch
          nb run notebooks/*.ipynb --timeout 120 --report junit.xml
          nb run train.ipynb --param lr=0.1,0.01 --param seed=1..3 -j 2       six runs, two at a time
          nb run train.ipynb --param lr=0.1,0.01 --param seed=1..3 --on slurm -j 100 --sbatch "--time=60 --cpus-per-task=4"
        """;

    private static readonly Argument<string[]> Files = FileArgument.OneOrMore("FILE", "Notebooks to run: .ipynb or .dib.");
    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "Write the executed notebook to this .ipynb file, or into this folder.",
        HelpName = "file|folder"
    };
    private static readonly Option<bool> InPlace = new("--inplace") { Description = "Write the executed notebook over its own file." };
    private static readonly Option<string?> Html = new("--html")
    {
        Description = "Write a page, one file that needs no network, to this .html file or into this folder.",
        HelpName = "file|folder"
    };
    private static readonly Option<string[]> Parameters = new("--param", "-p")
    {
        Description = "A value for the cell tagged 'parameters', or several: a,b or 1..3; may be repeated.",
        HelpName = "name=value"
    };
    private static readonly Option<bool> Log =
        new("--log") { Description = "Show what a cell prints while it runs, line by line: for logs." };
    private static readonly Option<bool> Zip =
        new("--zip") { Description = "Pair the first values, the second and so on; do not combine all." };
    private static readonly Option<int?> Sample =
        Counts("--sample", "Run that many of the combinations, drawn by chance, the same ones each time.");
    private static readonly Option<int?> Jobs = Counts("-j", "Runs at once; they share out the cores. On a cluster: the most at once.");
    private static readonly Option<bool> RetryFailed =
        new("--retry-failed") { Description = "Run those again that failed in an earlier start." };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "List the runs, check their values, and run none." };
    private static readonly Option<string?> On = new("--on")
    {
        Description = "Hand the runs to Slurm, or write the folder for another scheduler, which then runs nb run --task.",
        HelpName = "slurm|folder"
    };
    private static readonly Option<string?> Sbatch =
        new("--sbatch") { Description = "Further arguments of sbatch: \"--time=60 --mem=4G\".", HelpName = "arguments" };
    private static readonly Option<int?> SweepTask =
        Counts("--task", "Run one run of a sweep, whose folder FILE is: what a task of a cluster runs.");
    private static readonly Option<TimeSpan?> Timeout = Seconds.Option("--timeout", "How long one cell may run; no limit unless given.");
    private static readonly Option<bool> FailFast =
        new("--fail-fast") { Description = "Do not run the next file after one that did not succeed." };
    private static readonly Option<string?> Report =
        new("--report") { Description = "Write a JUnit XML report: a suite a notebook, a case a code cell.", HelpName = "junit.xml" };
    private static readonly Option<string?> Kernel =
        new("--kernel") { Description = "Use this installed kernelspec, and not the one the notebook asks for.", HelpName = "name" };

    private static readonly Option<string?> Torch = TorchOption.Create();

    public static Command Create()
    {
        var command = new DocumentedCommand("run", "Run notebooks, each in a kernel process of its own.") { Notes = Notes };
        command.Add(Files);
        On.AcceptOnlyFromAmong(Slurm.Name, "folder");
        foreach (var option in (Option[])[Output, InPlace, Html, Parameters, Timeout, FailFast, Report, Kernel, Torch, Log, Zip, Sample,
            Jobs, RetryFailed, DryRun, On, Sbatch, SweepTask]) command.Add(option);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments)
    {
        var files = arguments.GetRequiredValue(Files);
        if (arguments.GetValue(SweepTask) is { } task)
        {
            return await SweepStart.RunTaskAsync(
                task, files[0], arguments.InvocationConfiguration.Output, arguments.InvocationConfiguration.Error);
        }

        var axes = ParameterArguments.Parse(arguments.GetValue(Parameters) ?? []);
        if (axes.Any(a => a.Values.Count > 1) || ((Option[])[Zip, Sample, Jobs, RetryFailed, DryRun, On, Sbatch])
            .Any(o => arguments.GetResult(o) is { Implicit: false }))
            return await SweepAsync(arguments, files, axes);
        var parameters = axes.Select(a => new KeyValuePair<string, string>(a.Name, a.Values[0])).ToList();
        var plans = RunPlan.Make(
            files, arguments.GetValue(Output), arguments.GetValue(InPlace), arguments.GetValue(Html));
        var reportPath = arguments.GetValue(Report);
        var (output, error) = (arguments.InvocationConfiguration.Output, arguments.InvocationConfiguration.Error);
        using var interrupts = InterruptRequests.OfProcess();
        var progress = RunProgress.For(output, arguments.GetValue(Log));
        var runner = new NotebookRunner(
            new RunOptions
            {
                CellTimeout = arguments.GetValue(Timeout),
                KernelName = arguments.GetValue(Kernel),
                Torch = arguments.GetValue(Torch),
            },
            progress, interrupts);
        var reports = new List<NotebookReport>();
        foreach (var plan in plans)
        {
            var report = await FileRun.RunAsync(plan, parameters, runner, progress, error);
            reports.Add(report);
            if (interrupts.IsRequested || (report.ExitCode != ExitCode.Ok && arguments.GetValue(FailFast))) break;
        }

        var code = ExitCode.Gravest(reports.Select(r => r.ExitCode));
        progress.Summarize(reports, plans.Count);
        if (reportPath is not null) JUnitReport.Write(reportPath, reports);
        return code;
    }

    private static async Task<int> SweepAsync(ParseResult arguments, string[] files, IReadOnlyList<ParameterAxis> axes)
    {
        if (files.Length > 1)
            throw new CommandException($"A sweep runs one notebook, and {files.Length} are named.", "Start one sweep for each.");
        if (axes.Count == 0) throw new CommandException("A sweep needs parameters.", "For example: --param lr=0.1,0.01 --param seed=1..3");
        if (arguments.GetValue(InPlace))
            throw new CommandException("--inplace keeps one run, and a sweep has several.", "Name a folder for them: -o FOLDER");
        if (arguments.GetValue(Output) is { } output && Path.GetExtension(output) == ".ipynb")
            throw new CommandException($"-o '{output}' is one file, and a sweep has several runs.", "Name a folder for them: -o FOLDER");
        if (arguments.GetValue(Sbatch) is not null && arguments.GetValue(On) != Slurm.Name)
            throw new CommandException("--sbatch goes with --on slurm.");
        return await SweepStart.RunAsync(new()
        {
            File = files[0],
            Axes = axes,
            Zip = arguments.GetValue(Zip),
            Sample = arguments.GetValue(Sample),
            Jobs = arguments.GetValue(Jobs),
            RetryFailed = arguments.GetValue(RetryFailed),
            DryRun = arguments.GetValue(DryRun),
            FailFast = arguments.GetValue(FailFast),
            Folder = arguments.GetValue(Output),
            Pages = arguments.GetValue(Html) is not null,
            Report = arguments.GetValue(Report),
            CellTimeout = arguments.GetValue(Timeout),
            KernelName = arguments.GetValue(Kernel),
            Torch = arguments.GetValue(Torch),
            Sbatch = arguments.GetValue(Sbatch) ?? "",
        }, arguments.GetValue(On), arguments.InvocationConfiguration.Output, arguments.InvocationConfiguration.Error);
    }

    private static Option<int?> Counts(string name, string description)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !(int.TryParse(text, out var count) && count > 0))
                result.AddError($"{name} '{text}' is not a whole number above 0.");
        });
        return option;
    }
}
