using System.CommandLine;
using Qiansi.Documents;
using Qiansi.Publishing;
using Qiansi.Tool.Converting;

namespace Qiansi.Tool.Commands;

/// <summary><c>nb convert</c>: notebooks from one format to another, without running them.</summary>
internal static class ConvertCommand
{
    private const string Notes = """
        Outputs go along where the format has a place for them (.dib has none). A .cs file is a program of its own, which
        "dotnet run FILE.cs" runs: cells in order, types behind them, #r "nuget: …" as #:package, names that cells declare anew as name_2.

        Examples:
          nb convert old.dib --to ipynb
          nb convert chapter.ipynb -o chapter.html
          nb convert notebooks/*.ipynb --to html -o pages/
          nb convert train.ipynb --to cs && dotnet run train.cs
        """;

    private static readonly Argument<string[]> Inputs = FileArgument.OneOrMore("INPUT", "Notebooks: .ipynb, .dib or .md.");
    private static readonly Option<string?> To =
        new Option<string?>("--to") { Description = "The format to write.", HelpName = "ipynb|dib|html|md|cs" };
    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "Write to this file, or into this folder; beside the input unless given.",
        HelpName = "file|folder"
    };
    private static readonly Option<bool> Trust =
        new("--trust") { Description = "HTML: keep scripts that outputs and Markdown cells hold." };
    private static readonly Option<bool> InlineImages =
        new("--inline-images") { Description = "Markdown: put pictures into the text and not beside it." };

    public static Command Create()
    {
        To.AcceptOnlyFromAmong("ipynb", "dib", "html", "md", "cs");
        var command = new DocumentedCommand(
            "convert", "Convert notebooks among .ipynb, .dib, .html and .md, or into a program (.cs), without running them.")
        { Notes = Notes };
        command.Add(Inputs);
        foreach (var option in (Option[])[To, Output, Trust, InlineImages]) command.Add(option);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult arguments)
    {
        var inputs = arguments.GetRequiredValue(Inputs);
        var (to, output) = (arguments.GetValue(To), arguments.GetValue(Output));
        var options = new ConversionOptions { Trusted = arguments.GetValue(Trust), InlineImages = arguments.GetValue(InlineImages) };
        var targets = inputs.Select(i => Target(i, to, output, inputs.Length)).ToList();
        var code = ExitCode.Ok;
        foreach (var (input, target) in inputs.Zip(targets))
        {
            try
            {
                foreach (var warning in Converter.Convert(input, target, options))
                    arguments.InvocationConfiguration.Error.WriteLine($"{input}: {warning}");
                arguments.InvocationConfiguration.Output.WriteLine($"Wrote {target}");
            }
            catch (DocumentException e)
            {
                arguments.InvocationConfiguration.Error.WriteLine($"nb: {e.Message}");
                code = ExitCode.BadInput;
            }
        }

        return code;
    }

    /// <summary>The file an input is written to.</summary>
    internal static string Target(string input, string? to, string? output, int count)
    {
        var isFolder = output is not null
            && (Directory.Exists(output) || Path.EndsInDirectorySeparator(output)
                || (to is not null && Path.GetExtension(output).Length == 0));
        if (to is null)
        {
            if (output is null || isFolder)
                throw new CommandException(
                    "Nothing says which format to write.", "Add --to ipynb, dib, html, md or cs, or name a file with -o.");
            to = Path.GetExtension(output).TrimStart('.');
        }
        else if (output is not null && !isFolder && !Path.GetExtension(output).Equals("." + to, StringComparison.OrdinalIgnoreCase))
        {
            throw new CommandException($"-o '{output}' does not end in .{to}, which --to asks for.", "Leave one of them out.");
        }

        if (output is null) return Path.ChangeExtension(input, to);
        if (isFolder) return Path.Combine(output, Path.GetFileNameWithoutExtension(input) + "." + to);
        if (count > 1)
            throw new CommandException($"-o '{output}' is one file, but {count} notebooks are to be converted.",
                $"Name a folder, such as -o pages{Path.DirectorySeparatorChar}");
        return output;
    }
}
