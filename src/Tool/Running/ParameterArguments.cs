using Qiansi.Tool.Sweeps;

namespace Qiansi.Tool.Running;

/// <summary>What <c>--param name=value</c> says.</summary>
internal static class ParameterArguments
{
    /// <summary>Names with their values as text; a value may hold further equals signs, and may be empty.</summary>
    /// <exception cref="CommandException">An argument has no name or no equals sign, a name comes twice, or values cannot be
    /// told.</exception>
    public static IReadOnlyList<ParameterAxis> Parse(IReadOnlyList<string> arguments)
    {
        var axes = new List<ParameterAxis>(arguments.Count);
        foreach (var argument in arguments)
        {
            var equals = argument.IndexOf('=');
            if (equals <= 0)
                throw new CommandException($"--param '{argument}' is not of the form name=value.", "For example: --param epochs=3");
            var name = argument[..equals].Trim();
            if (axes.Exists(a => a.Name == name))
                throw new CommandException($"--param {name} is given twice.", "Give all its values at once: --param epochs=3,5");
            axes.Add(ParameterAxis.Parse(name, argument[(equals + 1)..]));
        }

        return axes;
    }
}
