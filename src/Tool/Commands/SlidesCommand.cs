using System.CommandLine;
using Qiansi.Documents;
using Qiansi.Publishing;
using Qiansi.Publishing.Slides;
using Qiansi.Tool.Converting;

namespace Qiansi.Tool.Commands;

/// <summary><c>nb slides</c>: a notebook as slides.</summary>
internal static class SlidesCommand
{
    private const string Notes = """
        Cells become slides by Jupyter's slideshow metadata (slide, subslide, fragment, skip, notes); where no cell has any, headings begin slides.
        Every slide fits: pictures grow to the room there is, code is folded where it would push its outputs out of sight, and what is too long
        for one slide goes on on another below it. One file that works offline: arrows go on, C shows or folds the slide's code, PageDown and
        the space bar scroll long code first, S opens the speaker's view with notes, O shows all, ?print-pdf in the address prints.
        Slides whose cells run: nb lab, then the screen in a notebook's toolbar.

        Examples:
          nb slides chapter.ipynb
          nb run chapter.ipynb -o run.ipynb && nb slides run.ipynb -o talk.html
        """;

    private static readonly Argument<string> Input = new("FILE") { Description = "A notebook: .ipynb, .dib or .md." };
    private static readonly Option<string?> Output = new(
        "--output", "-o")
    { Description = "Write to this file; beside the input, as NAME.slides.html, unless given.", HelpName = "file" };
    private static readonly Option<bool> Trust = new("--trust") { Description = "Keep scripts that outputs and Markdown cells hold." };

    public static Command Create()
    {
        var command = new DocumentedCommand("slides", "Write a notebook as slides, in one HTML file.") { Notes = Notes };
        command.Add(Input);
        command.Add(Output);
        command.Add(Trust);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult arguments)
    {
        var input = arguments.GetRequiredValue(Input);
        var output = arguments.GetValue(Output) ?? Path.ChangeExtension(input, "slides.html");
        var reveal = RevealFiles.Read();
        var notebook = Converter.Load(input);
        var options = PageOptions.Of(input) with { Trusted = arguments.GetValue(Trust) };
        var page = SlidesPage.Render(notebook, options, reveal);
        OutputFile.Write(output, page.Html);
        foreach (var warning in page.Warnings) arguments.InvocationConfiguration.Error.WriteLine($"{input}: {warning}");
        arguments.InvocationConfiguration.Output.WriteLine($"Wrote {output}");
        return ExitCode.Ok;
    }
}
