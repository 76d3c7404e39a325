using System.CommandLine;
using Qiansi.Documents;

namespace Qiansi.Tool.Commands;

/// <summary><c>nb new</c>: a small notebook to start from.</summary>
internal static class NewCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The notebook to make: a name that ends in .ipynb or .dib." };
        var command = new DocumentedCommand("new", "Make a small notebook to start from.")
        {
            Notes = """
                Example:
                  nb new ideas.ipynb
                """,
        };
        command.Add(file);
        command.SetAction(result => Make(result.GetRequiredValue(file), result.InvocationConfiguration.Output));
        return command;
    }

    private static int Make(string path, TextWriter output)
    {
        Notebook.FormatOf(path);
        if (File.Exists(path)) throw new CommandException($"{path} is already there.", "Nothing was changed. Choose another name.");
        Starter(Path.GetFileNameWithoutExtension(path)).Save(path);
        output.WriteLine($"Wrote {path}. Run it with: nb run {path}");
        return ExitCode.Ok;
    }

    private static Notebook Starter(string title) => new()
    {
        Cells =
        {
            new Cell(CellKind.Markdown, $"# {title}\n\nA cell's last expression is its result, variables stay from cell to cell, "
                + "and `#!lsmagic` lists what else a cell can do."),
            new Cell(CellKind.Code, "var squares = Enumerable.Range(1, 10).Select(n => n * n).ToArray();\nsquares"),
            new Cell(CellKind.Code, "Console.WriteLine($\"Their sum is {squares.Sum()}.\");"),
        },
    };
}
