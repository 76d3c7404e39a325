namespace Qiansi.Engine.Directives;

/// <summary>Checks the words after a directive's name against the arguments it declares.</summary>
internal static class DirectiveArguments
{
    /// <summary>Whether the line asks for help rather than for the directive; <c>-h</c> may be an argument of its own.</summary>
    public static bool AsksForHelp(string rest, IReadOnlyList<DirectiveArgument> declared)
    {
        var words = rest.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words is not [.. var before, "-h" or "--help" or "-?"] || declared.Any(a => a.Name == words[^1])) return false;
        // Behind plain words too (#!connect jupyter -h), but an option's value or part of a text may look like this.
        return before.Length == 0 || (before.All(w => w[0] is not ('-' or '"' or '\'')) && !declared.Any(a => a.TakesRest));
    }

    /// <summary>Values by argument name.</summary>
    /// <param name="rest">The line after the name.</param>
    /// <param name="name">The name with <c>#!</c>, for errors.</param>
    /// <param name="declared">The arguments there are.</param>
    /// <param name="place">Cell and line, for errors.</param>
    /// <exception cref="DirectiveException">Missing, unknown, repeated or superfluous argument.</exception>
    public static IReadOnlyDictionary<string, string> Parse(
        string rest, string name, IReadOnlyList<DirectiveArgument> declared, string place)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var positional = declared.Where(a => !a.IsOption).ToList();
        if (positional is [{ TakesRest: true } only] && declared.Count == 1)
        {
            if (!string.IsNullOrWhiteSpace(rest)) values[only.Name] = rest.Trim();
            return Checked();
        }

        var tokens = DirectiveToken.Split(rest, place);
        var nextPositional = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (!token.Quoted && OptionOf(token.Text, out var inline) is { } option)
            {
                if (option.IsFlag)
                {
                    if (inline is not null and not "true")
                        throw Wrong($"'{option.Name}' is a flag and takes no value, but '{inline}' was given.");
                    Set(option, "true");
                }
                else if (inline is not null)
                {
                    Set(option, inline);
                }
                else if (i + 1 < tokens.Count && (tokens[i + 1].Quoted || OptionOf(tokens[i + 1].Text, out _) is null))
                {
                    Set(option, tokens[++i].Text);
                }
                else
                {
                    throw Wrong($"'{option.Name}' needs a value.");
                }
            }
            else if (!token.Quoted && token.Text.StartsWith("--", StringComparison.Ordinal))
            {
                var near = NearestNames.Of(token.Text.Split('=')[0], declared.Select(a => a.Name));
                throw Wrong($"unknown option '{token.Text}'.{(near.Count > 0 ? $" Did you mean {string.Join(" or ", near)}?" : "")}");
            }
            else if (nextPositional == positional.Count)
            {
                throw Wrong($"unexpected argument '{token.Text}'.");
            }
            else if (positional[nextPositional].TakesRest)
            {
                Set(positional[nextPositional], rest[token.Start..].TrimEnd());
                break;
            }
            else
            {
                Set(positional[nextPositional++], token.Text);
            }
        }

        return Checked();

        DirectiveArgument? OptionOf(string word, out string? inline)
        {
            var equals = word.IndexOf('=');
            var optionName = equals > 0 ? word[..equals] : word;
            inline = equals > 0 ? word[(equals + 1)..] : null;
            return declared.FirstOrDefault(a => a.IsOption && a.Name == optionName);
        }

        void Set(DirectiveArgument argument, string value)
        {
            if (!values.TryAdd(argument.Name, value))
                throw Wrong($"'{argument.Name}' is given twice, as '{values[argument.Name]}' and as '{value}'.");
        }

        Dictionary<string, string> Checked()
        {
            var missing = declared.Where(a => a.Required && !values.ContainsKey(a.Name)).Select(a => $"'{a.Name}'").ToList();
            return missing.Count == 0
                ? values
                : throw Wrong($"required argument {string.Join(" and ", missing)} is missing.");
        }

        DirectiveException Wrong(string message) =>
            new($"{place}: {name}: {message}\nUsage: {DirectiveHelp.Usage(name, declared)}");
    }
}
