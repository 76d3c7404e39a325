using System.CommandLine;

namespace Qiansi.Tool.Commands;

/// <summary>A command whose help ends with examples.</summary>
internal sealed class DocumentedCommand(string name, string description) : Command(name, description)
{
    /// <summary>What stands below the options in the help: examples, exit codes.</summary>
    public required string Notes { get; init; }
}
