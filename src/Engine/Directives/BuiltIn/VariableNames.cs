namespace Qiansi.Engine.Directives.BuiltIn;

/// <summary>Names of variables in directives.</summary>
internal static class VariableNames
{
    /// <summary>Variables up to which a message lists them.</summary>
    private const int MostListed = 12;

    /// <summary>The name, when it can be one.</summary>
    /// <exception cref="DirectiveException">It cannot; the message names the argument.</exception>
    public static string Check(string name, string argument)
    {
        var valid = name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c == '_');
        return valid ? name : throw new DirectiveException(
            $"{argument}: '{name}' cannot be the name of a variable; use letters, digits and _, and start with a letter.");
    }

    /// <summary>A variable of a language.</summary>
    /// <exception cref="DirectiveException">There is no such language or variable.</exception>
    public static async Task<NamedValue> FindAsync(string name, string language, ICellContext context)
    {
        var session = context.Session;
        var from = session.FindLanguage(language)
            ?? throw new DirectiveException(
                $"There is no language '{language}'. There are {string.Join(", ", session.Languages.Select(l => l.Name))}.");
        if (await from.FindValueAsync(name, context.Cancellation) is { } found) return found;
        var names = from.Values.Select(v => v.Name).ToList();
        var near = NearestNames.Of(name, names);
        var hint = near.Count > 0 ? $"Did you mean {string.Join(" or ", near)}?"
            : names.Count == 0 ? "It has none yet."
            : names.Count <= MostListed ? $"There are {string.Join(", ", names)}." : "#!who lists the variables.";
        throw new DirectiveException($"{from.Name} has no variable '{name}'. {hint}");
    }

    /// <summary>Gives a language's variable a value.</summary>
    /// <exception cref="DirectiveException">The language has no variables.</exception>
    public static async Task SetAsync(ILanguageKernel language, string name, object? value, Type type)
    {
        try
        {
            await language.SetValueAsync(name, value, type);
        }
        catch (NotSupportedException e)
        {
            throw new DirectiveException(e.Message);
        }
    }
}
