using System.CommandLine;
using System.CommandLine.Help;

namespace Qiansi.Tool.Commands;

/// <summary>The command line of <c>nb</c>.</summary>
internal static class CommandLine
{
    private const string Notes = """
        Examples:
          nb lab notebooks                    JupyterLab in the browser, with this folder
          nb run notebooks/00-start-here.ipynb --html page.html
          nb convert notebook.dib --to ipynb
          nb install                          so that Jupyter and VS Code find the C# kernel
          nb doctor                           what is installed, what is missing, how to get it

        Exit codes: 0 all well, 1 a cell failed or outputs differ, 2 bad input or usage,
        3 the kernel died, 4 a cell timed out, 130 interrupted.
        """;

    /// <summary>On every command: show the stack trace of an unexpected error.</summary>
    private static readonly Option<bool> Verbose =
        new("--verbose") { Description = "Show stack traces of errors of nb itself.", Recursive = true };

    /// <summary>Parses and runs.</summary>
    /// <param name="args">The arguments of the process.</param>
    /// <param name="output">Where results go; the process's standard output when null.</param>
    /// <param name="error">Where complaints go; the process's standard error when null.</param>
    /// <returns>The exit code.</returns>
    public static int Run(IReadOnlyList<string> args, TextWriter? output = null, TextWriter? error = null)
    {
        error ??= Console.Error;
        // Without arguments a newcomer wants to know what there is.
        var result = Root().Parse(args.Count == 0 ? ["--help"] : args, new ParserConfiguration { EnablePosixBundling = false });
        if (result.Errors.Count > 0 && result.Action is not NotesHelpAction)
        {
            ErrorReport.Usage(result, error);
            return ExitCode.BadInput;
        }

        try
        {
            return result.Invoke(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
                Output = output ?? Console.Out,
                Error = error
            });
        }
        catch (Exception e)
        {
            return ErrorReport.Failure(e, result.GetValue(Verbose), error);
        }
    }

    /// <summary>All commands.</summary>
    internal static RootCommand Root()
    {
        var root = new RootCommand("Qiansi: notebooks for .NET. Runs, converts, checks and serves .ipynb and .dib notebooks.")
        {
            Verbose,
            LabCommand.Create(),
            RunCommand.Create(),
            SweepCommand.Create(),
            VerifyCommand.Create(),
            ConvertCommand.Create(),
            SlidesCommand.Create(),
            StudentCommand.Create(),
            GradeCommand.Create(),
            NewCommand.Create(),
            InstallCommand.Create(),
            UninstallCommand.Create(),
            DataCommand.Create(),
            PlayCommand.Create(),
            SnlCommand.Create(),
            DoctorCommand.Create(),
            KernelCommand.Create(),
        };
        root.Options.OfType<HelpOption>().Single().Action = new NotesHelpAction(Notes);
        root.Options.OfType<VersionOption>().Single().Action = new VersionAction();
        return root;
    }
}
