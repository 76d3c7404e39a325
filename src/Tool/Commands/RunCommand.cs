using System.CommandLine;
using Qiansi.Documents;
using Qiansi.Tool.Progress;
using Qiansi.Tool.Reports;
using Qiansi.Tool.Running;

namespace Qiansi.Tool.Commands;

/// <summary><c>nb run</c>: executes notebooks, each in a kernel process of its own.</summary>
internal static class RunCommand
{
    private const string Notes = """
        A cell that fails ends its notebook; the cells that ran keep their outputs, and the next file runs.
        Tags: 'raises-exception' lets a cell fail, 'skip-execution' leaves a cell alone, 'parameters' marks
        the cell whose values --param overrides.
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
    private static readonly Option<string[]> Parameters =
        new("--param", "-p") { Description = "A value for the cell tagged 'parameters'; may be repeated.", HelpName = "name=value" };
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
        foreach (var option in (Option[])[Output, InPlace, Html, Parameters, Timeout, FailFast, Report, Kernel, Torch]) command.Add(option);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments)
    {
        var parameters = ParameterArguments.Parse(arguments.GetValue(Parameters) ?? []);
        var plans = RunPlan.Make(
            arguments.GetRequiredValue(Files), arguments.GetValue(Output), arguments.GetValue(InPlace), arguments.GetValue(Html));
        var reportPath = arguments.GetValue(Report);
        var (output, error) = (arguments.InvocationConfiguration.Output, arguments.InvocationConfiguration.Error);
        using var interrupts = InterruptRequests.OfProcess();
        var progress = RunProgress.For(output);
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
}
