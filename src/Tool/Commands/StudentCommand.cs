using System.CommandLine;
using System.Globalization;
using Qiansi.Engine.Documents;
using Qiansi.Tool.Exercises;
using Qiansi.Tool.Pages;

namespace Qiansi.Tool.Commands;

/// <summary><c>nb student</c>: a chapter without its solutions.</summary>
internal static class StudentCommand
{
    private const string Notes = """
        Exercises follow nbgrader's convention (cell metadata 'nbgrader'):
          solution cells   {"solution": true, "grade_id": "momentum", …}. Their text is replaced by that of the cell
                           tagged 'stub' before them; else what stands between '// BEGIN SOLUTION' and
                           '// END SOLUTION' by 'throw new NotDoneException();'; else the whole cell.
          check cells      {"grade": true, "locked": true, "grade_id": "momentum-check", "points": 3, …}. They are
                           locked; what stands between '// BEGIN HIDDEN TESTS' and '// END HIDDEN TESTS' is left out.
        Cells that are only tagged 'solution' are left out whole. Outputs are cleared.

        Examples:
          nb student notebooks/02-optimizers.ipynb
          nb student notebooks/02-optimizers.ipynb -o handout/
          nb grade handed-in/ --source notebooks/02-optimizers.ipynb --csv scores.csv
        """;

    private static readonly Argument<string> Input = new("FILE") { Description = "A notebook with solutions: .ipynb." };
    private static readonly Option<string?> Output = new("--output", "-o") { Description = "Write to this .ipynb file, or into this folder; beside the input, as NAME.student.ipynb, unless given.", HelpName = "file|folder" };
    private static readonly Option<bool> Force = new("--force") { Description = "Replace a file that is there; somebody's work may be in it." };

    public static Command Create()
    {
        var command = new DocumentedCommand("student", "Write the copy of a chapter that students get, without its solutions.") { Notes = Notes };
        command.Add(Input);
        command.Add(Output);
        command.Add(Force);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult arguments)
    {
        var input = arguments.GetRequiredValue(Input);
        var target = Target(input, arguments.GetValue(Output));
        var notebook = Notebook.Load(input);
        var solutions = StudentCopy.Make(notebook, input);
        if (File.Exists(target) && !arguments.GetValue(Force)) throw new CommandException($"{target} is already there; a student's work may be in it.", "Nothing was changed. Choose another name with -o, or add --force.");
        OutputFile.Write(target, notebook.ToBytes(NotebookFormat.Ipynb));
        arguments.InvocationConfiguration.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Wrote {target}: {solutions} {(solutions == 1 ? "solution" : "solutions")} taken out"));
        return ExitCode.Ok;
    }

    private static string Target(string input, string? output)
    {
        if (Path.GetExtension(input).ToLowerInvariant() != ".ipynb")
            throw new CommandException($"'{input}' does not end in .ipynb.", "Only .ipynb files have the cell metadata that says what a solution is.");
        var name = Path.GetFileNameWithoutExtension(input);
        if (output is null) return Path.Combine(Path.GetDirectoryName(input) ?? "", $"{name}.student.ipynb");
        var isFolder = Directory.Exists(output) || Path.EndsInDirectorySeparator(output) || Path.GetExtension(output).Length == 0;
        var target = isFolder ? Path.Combine(output, $"{name}.ipynb") : output;
        if (Path.GetExtension(target).ToLowerInvariant() != ".ipynb") throw new CommandException($"-o '{output}' does not end in .ipynb.", "Name a .ipynb file, or a folder.");
        if (Path.GetFullPath(target) == Path.GetFullPath(input)) throw new CommandException($"-o '{output}' is the notebook with the solutions itself.", "Write the student's copy under another name.");
        return target;
    }
}
