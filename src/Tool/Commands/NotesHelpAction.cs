using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Qiansi.Tool.Commands;

/// <summary>The usual help, and below it a command's notes.</summary>
internal sealed class NotesHelpAction(string rootNotes) : SynchronousCommandLineAction
{
    private readonly HelpAction _usual = new();

    /// <inheritdoc />
    public override bool ClearsParseErrors => true;

    /// <inheritdoc />
    public override int Invoke(ParseResult parseResult)
    {
        _usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine(parseResult.CommandResult.Command is DocumentedCommand documented ? documented.Notes : rootNotes);
        return ExitCode.Ok;
    }
}
