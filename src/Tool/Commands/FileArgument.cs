using System.CommandLine;
using Qiansi.Engine.Directives;

namespace Qiansi.Tool.Commands;

/// <summary>Arguments that name one or more files.</summary>
internal static class FileArgument
{
    /// <summary>An argument for one or more files.</summary>
    /// <remarks>Without the check a mistyped option would count as a file. A file whose name begins with a dash can
    /// be written <c>./-name</c>.</remarks>
    public static Argument<string[]> OneOrMore(string name, string description)
    {
        var argument = new Argument<string[]>(name) { Description = description, Arity = ArgumentArity.OneOrMore };
        argument.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(t => t.Value.StartsWith('-')) is not { Value: var unknown }) return;
            var options = ((System.CommandLine.Parsing.CommandResult)result.Parent!).Command.Options.Select(o => o.Name);
            result.AddError(Unknown("option", unknown, options));
        });
        return argument;
    }

    /// <summary>What to say of a name that does not exist, with the names that may have been meant.</summary>
    public static string Unknown(string kind, string name, IEnumerable<string> names)
    {
        var near = NearestNames.Of(name, names);
        return $"unknown {kind} '{name}'{(near.Count > 0 ? $"; did you mean {string.Join(" or ", near)}?" : ".")}";
    }
}
