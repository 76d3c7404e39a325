using System.CommandLine;
using Qiansi.Jupyter.KernelSpecs;
using Qiansi.Tool.Install;
using Qiansi.Tool.Progress;
using Spectre.Console;

namespace Qiansi.Tool.Commands;

/// <summary><c>nb install</c>: makes front ends find the C# kernel.</summary>
internal static class InstallCommand
{
    private const string Notes = """
        The kernelspec is called .net-csharp, as that of Polyglot Notebooks is, so existing notebooks open with it.
        Another program's kernelspec of that name is replaced only when you agree. Move the clone, and run it again.

        Examples:
          nb install
          nb install --name qiansi --display-name "C# (Qiansi)"     a second one beside another's
          nb install --prefix ~/venv
          sudo nb install --system
        """;

    private static readonly InstallPlace Place = new();
    private static readonly Option<string> DisplayName =
        new("--display-name") { Description = "Name that front ends show.", HelpName = "name", DefaultValueFactory = _ => ".NET (C#)" };
    private static readonly Option<bool> Yes = new("--yes", "-y") { Description = "Replace another program's kernelspec without asking." };

    public static Command Create()
    {
        var command = new DocumentedCommand("install", "Make Jupyter and VS Code find the C# kernel.") { Notes = Notes };
        foreach (var option in Place.Options) command.Add(option);
        command.Add(DisplayName);
        command.Add(Yes);
        command.SetAction(Run);
        return command;
    }

    /// <summary>Whether the person wants to touch a kernelspec that is another program's.</summary>
    internal static bool Agrees(string question, TextWriter output) =>
        TerminalOutput.IsTerminal(output) && !Console.IsInputRedirected
        && new ConfirmationPrompt(Markup.Escape(question)) { DefaultValue = false }.Show(AnsiConsole.Console);

    private static int Run(ParseResult arguments)
    {
        var installation = Place.Of(arguments);
        var output = arguments.InvocationConfiguration.Output;
        if (installation.Exists && !installation.IsOurs && !arguments.GetValue(Yes)
            && !Agrees($"{installation.Folder} is another program's: {installation.Describe()}. Replace it?", output))
        {
            throw new CommandException($"{installation.Folder} is another program's: {installation.Describe()}. Nothing was changed.",
                "Replace it with --yes, or install beside it under another name: nb install --name qiansi");
        }

        var command = KernelInstallation.Command(Environment.GetEnvironmentVariable("NB_LAUNCHER"));
        installation.Write(arguments.GetRequiredValue(DisplayName), command);
        output.WriteLine($"Installed kernel '{installation.Name}' in {installation.Folder}");
        output.WriteLine($"It starts {KernelInstallation.ProgramOf(command)}; run nb install again when that has moved.");
        WarnOfShadow(installation, arguments.InvocationConfiguration.Error);
        return ExitCode.Ok;
    }

    /// <summary>Another folder that Jupyter looks into earlier may hold a kernelspec of the same name.</summary>
    private static void WarnOfShadow(KernelInstallation installation, TextWriter error)
    {
        if (KernelSpecFinder.All().FirstOrDefault(s => s.Name == installation.Name) is { } first
            && first.Folder != Path.GetFullPath(installation.Folder))
            error.WriteLine($"Front ends of your user will start another one of that name, found earlier: {first.Folder}");
    }
}
