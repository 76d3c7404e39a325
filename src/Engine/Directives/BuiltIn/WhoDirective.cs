namespace Qiansi.Engine.Directives.BuiltIn;

/// <summary><c>#!who</c>: the names of the variables of all languages that have some, the current language's first.</summary>
internal sealed class WhoDirective : IDirective
{
    public string Name => "who";

    public string Summary => "Lists the names of the variables.";

    public Task InvokeAsync(DirectiveInvocation invocation, ICellContext context)
    {
        var lines = WithVariables(invocation.Language, context.Session)
            .Select(l => $"{l.Name}: {string.Join(", ", l.Values.Select(v => v.Name))}")
            .ToList();
        context.Output.Display(MimeBundle.Plain(lines.Count == 0 ? "There are no variables." : string.Join('\n', lines)));
        return Task.CompletedTask;
    }

    /// <summary>Languages that have variables, the current one first.</summary>
    internal static IEnumerable<ILanguageKernel> WithVariables(ILanguageKernel current, ISession session) =>
        session.Languages.Where(l => l != current).Prepend(current).Where(l => l.Values.Count > 0);
}
