using System.CommandLine;
using Qiansi.Jupyter.KernelSpecs;
using Qiansi.Tool.Install;

namespace Qiansi.Tool.Commands;

/// <summary><c>nb uninstall</c>: takes back what <c>nb install</c> did.</summary>
internal static class UninstallCommand
{
    private const string Notes = """
        Examples:
          nb uninstall
          nb uninstall --name qiansi --prefix ~/venv
        """;

    private static readonly InstallPlace Place = new();
    private static readonly Option<bool> Yes =
        new("--yes", "-y") { Description = "Remove the kernelspec even if it is another program's." };

    public static Command Create()
    {
        var command = new DocumentedCommand("uninstall", "Take the kernel back out of Jupyter's folders.") { Notes = Notes };
        foreach (var option in Place.Options) command.Add(option);
        command.Add(Yes);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult arguments)
    {
        var installation = Place.Of(arguments);
        if (!installation.Exists)
        {
            var elsewhere = KernelSpecFinder.All().FirstOrDefault(s => s.Name == installation.Name);
            throw new CommandException($"{installation.Folder} is not there.",
                elsewhere is null ? null : $"A kernelspec of that name is in {elsewhere.Folder}; --prefix and --system choose the place.");
        }

        if (!installation.IsOurs && !arguments.GetValue(Yes)
            && !InstallCommand.Agrees($"{installation.Folder} is another program's: {installation.Describe()}. Remove it?",
                arguments.InvocationConfiguration.Output))
            throw new CommandException(
                $"{installation.Folder} is another program's: {installation.Describe()}. Nothing was changed.", "Remove it with --yes.");
        installation.Remove();
        arguments.InvocationConfiguration.Output.WriteLine($"Removed kernel '{installation.Name}' from {installation.Folder}");
        return ExitCode.Ok;
    }
}
