using System.CommandLine;

namespace Qiansi.Tool.Commands;

/// <summary><c>nb kernel</c>, for help and for arguments in another order than front ends give them.</summary>
internal static class KernelCommand
{
    public static Command Create()
    {
        var file = new Option<string>("--connection-file", "-f")
        {
            Description = "The connection file that the front end wrote.",
            HelpName = "file",
            Required = true
        };
        var command = new DocumentedCommand("kernel", "Be a Jupyter kernel for C#. Front ends start this; people use 'nb install' once.")
        {
            Notes = """
                Example (what the installed kernelspec holds):
                  nb kernel --connection-file {connection_file}
                """,
        };
        command.Add(file);
        command.SetAction(result => KernelEntry.Run(result.GetRequiredValue(file)));
        return command;
    }
}
