using System.Text;

namespace Qiansi.Engine.Directives;

/// <summary>What <c>#!name -h</c> prints.</summary>
internal static class DirectiveHelp
{
    /// <summary>Help of a directive.</summary>
    public static string Of(IDirective directive) => Text("#!" + directive.Name, directive.Summary, [], directive.Arguments);

    /// <summary>Help of a language.</summary>
    public static string Of(ILanguageKernel language) =>
        Text("#!" + language.Name, language.Summary, language.Aliases, (language as IParameterizedLanguage)?.Arguments ?? []);

    /// <summary>Help of what a <c>#!</c> line names; null when there is no such thing.</summary>
    public static MimeBundle? At(string line, ISession session)
    {
        var name = CellSegment.NameOf(line).ToString();
        var text = session.FindLanguage(name) is { } language ? Of(language)
            : session.Directives.FirstOrDefault(d => d.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } directive
            ? Of(directive)
            : null;
        return text is null ? null
            : new MimeBundle { { "text/html", $"<pre>{Display.HtmlText.Escape(text)}</pre>" }, { "text/plain", text } };
    }

    /// <summary>One line: <c>#!share name --from language [--as name]</c>.</summary>
    public static string Usage(string name, IReadOnlyList<DirectiveArgument> arguments)
    {
        var usage = new StringBuilder(name);
        foreach (var argument in arguments)
        {
            var word = argument switch
            {
                { IsFlag: true } => argument.Name,
                { IsOption: true } => $"{argument.Name} <{argument.Name.TrimStart('-')}>",
                _ => $"<{argument.Name}>",
            };
            usage.Append(argument.Required ? $" {word}" : $" [{word}]");
        }

        return usage.ToString();
    }

    private static string Text(string name, string summary, IReadOnlyList<string> aliases, IReadOnlyList<DirectiveArgument> arguments)
    {
        var help = new StringBuilder();
        help.Append(name).Append(": ").AppendLine(summary);
        if (aliases.Count > 0) help.Append("Also written ").AppendLine(string.Join(", ", aliases.Select(a => "#!" + a)));
        help.AppendLine().Append("Usage: ").AppendLine(Usage(name, arguments));
        if (arguments.Count == 0) return help.ToString();
        help.AppendLine();
        var width = arguments.Max(a => a.Name.Length) + 2;
        foreach (var argument in arguments)
        {
            help.Append("  ").Append(argument.Name.PadRight(width)).Append(argument.Summary)
                .AppendLine(argument.Required ? " (required)" : "");
            foreach (var choice in argument.Choices?.Invoke() ?? [])
                help.Append(' ', width + 4).Append(choice.Text).AppendLine(choice.Description.Length > 0 ? $"  {choice.Description}" : "");
        }

        return help.ToString();
    }
}
