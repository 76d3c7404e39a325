using System.CommandLine;
using System.CommandLine.Parsing;
using Qiansi.Documents;
using Qiansi.Jupyter.Client;
using Qiansi.Jupyter.KernelSpecs;

namespace Qiansi.Tool.Commands;

/// <summary>Tells a person what went wrong: one line, then the way out.</summary>
internal static class ErrorReport
{
    /// <summary>The arguments could not be understood.</summary>
    public static void Usage(ParseResult result, TextWriter error)
    {
        var command = NameOf(result.CommandResult);
        error.WriteLine($"{command}: {Problem(result)}");
        error.WriteLine($"See: {command} --help");
    }

    /// <summary>A command ended with an exception.</summary>
    /// <returns>The exit code.</returns>
    public static int Failure(Exception failure, bool verbose, TextWriter error)
    {
        switch (failure)
        {
            case OperationCanceledException:
                error.WriteLine("nb: interrupted");
                return ExitCode.Interrupted;
            case CommandException { Hint: var hint }:
                error.WriteLine($"nb: {failure.Message}");
                if (hint is not null) error.WriteLine(hint);
                break;
            case DocumentException or KernelSpecException or KernelStartException or IOException or InvalidDataException
                or UnauthorizedAccessException:
                error.WriteLine($"nb: {failure.Message}");
                break;
            default:
                error.WriteLine($"nb: unexpected {failure.GetType().Name}: {failure.Message}");
                if (!verbose)
                    error.WriteLine("This is a bug in nb. Run the same command with --verbose to see where, and please report it.");
                break;
        }

        if (verbose) error.WriteLine(failure);
        return failure is KernelStartException ? ExitCode.KernelDied : ExitCode.BadInput;
    }

    private static string Problem(ParseResult result)
    {
        var command = result.CommandResult.Command;
        if (result.UnmatchedTokens is [var unknown, ..])
        {
            var names = unknown.StartsWith('-')
                ? Chain(result.CommandResult).SelectMany(c => c.Command.Options.Where(o => c == result.CommandResult || o.Recursive))
                    .Select(o => o.Name)
                : command.Subcommands.Select(c => c.Name);
            var kind = unknown.StartsWith('-') ? "option" : command is RootCommand ? "command" : "argument";
            return FileArgument.Unknown(kind, unknown, names);
        }

        // The parser lists the values an option can have one a line.
        return string.Join(' ', result.Errors[0].Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string NameOf(CommandResult result) =>
        string.Join(' ', Chain(result).Reverse().Select(c => c.Command is RootCommand ? "nb" : c.Command.Name));

    private static IEnumerable<CommandResult> Chain(CommandResult result)
    {
        for (SymbolResult? r = result; r is not null; r = r.Parent)
            if (r is CommandResult command) yield return command;
    }
}
