using System.CommandLine;
using Qiansi.Publishing;
using Qiansi.Tool.Exercises.Grading;
using Qiansi.Tool.Exercises.Rubrics;
using Qiansi.Tool.Progress;
using Qiansi.Tool.Running;

namespace Qiansi.Tool.Commands;

/// <summary><c>nb grade</c>: runs the checks of notebooks that were handed in.</summary>
internal static class GradeCommand
{
    private const string Notes = """
        Each notebook is run from first cell to last in a kernel of its own, and goes on after cells that fail; the
        files are not changed. Checks made with Exercise.Check earn a share of the cell's points; any other graded
        cell earns the number that is its last value, or all when it has none and runs. A student is a folder below
        the FOLDER that is named, else a file's name.
        With --source the original's cells are run in the original's order, on its kernel, hidden checks too, whatever
        the submission made of them; what counts of the submission are its answers and the cells it has added.
        Code that was handed in runs with your rights and can read your files: grade strangers' work in a container
        without them, and give the original on standard input: --source -

        Open exercises with a rubric (Markdown: "Rubric (10 points)", or a paragraph "*Rubric:* …; three seeds (2)") are
        listed with their rows and with the cells that the student wrote for them: those behind the exercise, or whose
        first line names it. --points FILE writes a table with a line for each row; enter points in it, name it again,
        and they are counted with the others.

        Exit codes: 0 graded, whatever the scores; 2 a file could not be graded or an argument cannot be used;
        130 interrupted.

        Examples:
          nb grade my-03-optimizers.ipynb
          nb grade handed-in/ --source notebooks/03-optimizers.ipynb --csv scores.csv --json scores.json
          nb grade handed-in/ --source notebooks/ --timeout 30
          nb grade handed-in/ --source notebooks/ --points points.csv
          nb grade handed-in/ --source - < notebooks/03-optimizers.ipynb
        """;

    private const double DefaultSeconds = 120;

    private static readonly Argument<string[]> Inputs =
        FileArgument.OneOrMore("FILE|FOLDER", "Notebooks that were handed in, or folders of them.");
    private static readonly Option<string?> Source = new("--source")
    {
        Description =
            "The original with the checks that count: a notebook, a folder that has one of the submission's name, or - for standard input.",
        HelpName = "file|folder|-",
    };
    private static readonly Option<string?> Json =
        new("--json") { Description = "Write the scores, with what every check said, to this file.", HelpName = "file" };
    private static readonly Option<string?> Csv =
        new("--csv") { Description = "Write a table to this file: a row a student, a column an exercise.", HelpName = "file" };
    private static readonly Option<string?> Points = new("--points")
    {
        Description = "What a person gives: a table of all rubrics' rows, written when it is not there, and counted when it is.",
        HelpName = "file",
    };
    private static readonly Option<TimeSpan?> Timeout = Seconds.Option("--timeout", "How long one cell may run; 120 unless given.");

    public static Command Create()
    {
        var command = new DocumentedCommand("grade", "Run the checks of notebooks that were handed in, and give scores.") { Notes = Notes };
        command.Add(Inputs);
        foreach (var option in (Option[])[Source, Json, Csv, Points, Timeout]) command.Add(option);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments)
    {
        GraderProcess.Hide();
        var sources = arguments.GetValue(Source) is { } place ? new OriginalSource(place, Console.OpenStandardInput) : null;
        var files = SubmissionFile.Find(arguments.GetRequiredValue(Inputs), sources);
        var output = arguments.InvocationConfiguration.Output;
        var points = arguments.GetValue(Points);
        // Read first: a mistake in it is not to be told after minutes of running.
        var given = points is not null && File.Exists(points) ? new RubricPoints(points) : null;
        using var interrupts = InterruptRequests.OfProcess();
        var options = new RunOptions
        {
            CellTimeout = arguments.GetValue(Timeout) ?? TimeSpan.FromSeconds(DefaultSeconds),
            KeepsGoing = true
        };
        var grader = new Grader(new NotebookRunner(options, new PlainProgress(TextWriter.Null), interrupts), interrupts);
        var graded = new List<GradedNotebook>();
        foreach (var file in files)
        {
            var notebook = await grader.GradeAsync(file);
            if (given is not null) notebook = given.Apply(notebook);
            graded.Add(notebook);
            foreach (var line in ScoreText.Lines(notebook)) output.WriteLine(line);
            output.Flush();
        }

        foreach (var line in ScoreText.Summary(graded)) output.WriteLine(line);
        if (arguments.GetValue(Json) is { } json) Write(json, ScoreJson.Of(graded));
        if (arguments.GetValue(Csv) is { } csv) Write(csv, ScoreCsv.Of(graded));
        if (points is not null && given is null) Write(points, RubricForm.Of(graded));
        return graded.Exists(g => g.Failure is not null) ? ExitCode.BadInput : ExitCode.Ok;

        void Write(string path, string text)
        {
            OutputFile.Write(path, text);
            output.WriteLine($"Wrote {path}");
        }
    }
}
