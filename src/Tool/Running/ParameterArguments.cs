
namespace Qiansi.Tool.Running;

/// <summary>What <c>--param name=value</c> says.</summary>
internal static class ParameterArguments
{
    /// <summary>Names with their values as text; a value may hold further equals signs, and may be empty.</summary>
    /// <exception cref="CommandException">An argument has no name or no equals sign, or a name comes twice.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Parse(IReadOnlyList<string> arguments)
    {
        var values = new List<KeyValuePair<string, string>>(arguments.Count);
        foreach (var argument in arguments)
        {
            var equals = argument.IndexOf('=');
            if (equals <= 0)
                throw new CommandException($"--param '{argument}' is not of the form name=value.", "For example: --param epochs=3");
            var name = argument[..equals].Trim();
            if (values.Exists(v => v.Key == name))
                throw new CommandException($"--param {name} is given twice.", "Give each parameter one value.");
            values.Add(new(name, argument[(equals + 1)..]));
        }

        return values;
    }
}
