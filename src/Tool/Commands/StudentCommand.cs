using System.CommandLine;
using Qiansi.Publishing;
using Qiansi.Tool.Exercises;

namespace Qiansi.Tool.Commands;

/// <summary><c>nb student</c>: chapters without their solutions.</summary>
internal static class StudentCommand
{
    private const string Notes = """
        Exercises follow nbgrader's convention (cell metadata 'nbgrader'):
          solution cells   {"solution": true, "grade_id": "momentum", …}. Their text is replaced by that of the cell
                           tagged 'stub' before them; else what stands between '// BEGIN SOLUTION' and
                           '// END SOLUTION' by 'throw new NotDoneException();'; else the whole cell.
          check cells      {"grade": true, "locked": true, "grade_id": "momentum-check", "points": 3, …}. They are
                           locked; what stands between '// BEGIN HIDDEN TESTS' and '// END HIDDEN TESTS' is left out.
          task cells       {"task": true, "points": 5, …}: a person reads the answer. What stands between
                           'BEGIN MARK SCHEME' and 'END MARK SCHEME' is left out.
        Cells that are only tagged 'solution' are left out whole. Outputs are cleared. Of a folder, the notebooks in it
        and in its folders are taken; those without exercises are copied, or left alone without -o.

        Examples:
          nb student notebooks/03-optimizers.ipynb
          nb student notebooks/ -o handout/
          nb student a.ipynb b.ipynb -o handout/
          nb grade handed-in/ --source notebooks/03-optimizers.ipynb --csv scores.csv
        """;

    private static readonly Argument<string[]> Inputs =
        FileArgument.OneOrMore("FILE|FOLDER", "Notebooks with solutions (.ipynb), or folders of them.");
    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "Write to this .ipynb file, or into this folder; beside the input, as NAME.student.ipynb, unless given.",
        HelpName = "file|folder"
    };
    private static readonly Option<bool> Force =
        new("--force") { Description = "Replace files that are there; somebody's work may be in them." };

    public static Command Create()
    {
        var command =
            new DocumentedCommand("student", "Write the copies of chapters that students get, without solutions.") { Notes = Notes };
        command.Add(Inputs);
        command.Add(Output);
        command.Add(Force);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult arguments)
    {
        var output = arguments.InvocationConfiguration.Output;
        var plans = HandoutPlan.Make(arguments.GetRequiredValue(Inputs), arguments.GetValue(Output));
        // All is read before anything is written: one notebook that cannot be used leaves no half of a handout.
        var copies = plans.Select(p => (Plan: p, Copy: Handout.Read(p))).Where(c => c.Copy is not null).ToList();
        if (copies.Count == 0)
        {
            throw new CommandException(
                "There is no notebook with exercises here.",
                "Name notebooks with solutions; see `nb student --help` for how they are marked.");
        }

        if (!arguments.GetValue(Force) && copies.Select(c => c.Plan.Target).Where(File.Exists).ToList() is { Count: > 0 } there)
        {
            throw new CommandException(
                $"{string.Join(", ", there)} {(there.Count == 1 ? "is" : "are")} already there; a student's work may be in it.",
                "Nothing was changed. Choose another place with -o, or add --force.");
        }

        foreach (var (plan, copy) in copies)
        {
            OutputFile.Write(plan.Target, copy!.Bytes);
            output.WriteLine($"Wrote {plan.Target}: {copy.What}");
        }

        return ExitCode.Ok;
    }
}
