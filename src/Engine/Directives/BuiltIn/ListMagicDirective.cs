using Qiansi.Engine.Display;

namespace Qiansi.Engine.Directives.BuiltIn;

/// <summary><c>#!lsmagic</c>: the languages and directives there are, those of extensions too.</summary>
internal sealed class ListMagicDirective : IDirective
{
    public string Name => "lsmagic";

    public string Summary => "Lists the languages and directives.";

    public Task InvokeAsync(DirectiveInvocation invocation, ICellContext context)
    {
        var session = context.Session;
        var languages = session.Languages.Select(l => Row(string.Join(" ", l.Aliases.Prepend(l.Name).Select(n => "#!" + n)), l.Summary));
        var directives = session.Directives.OrderBy(d => d.Name, StringComparer.Ordinal)
            .Select(d => Row(DirectiveHelp.Usage("#!" + d.Name, d.Arguments), d.Summary));
        context.Output.Display(ValueRenderer.RenderNodes(
            () => new StackNode([
                new TableNode(null, ["language", "what it is"], [.. languages], 1, null),
                new TableNode(null, ["directive", "what it does"], [.. directives], 1, "#!name -h tells more of each"),
            ]),
            context.Cancellation));
        return Task.CompletedTask;
    }

    private static IReadOnlyList<DisplayNode?> Row(string name, string summary) => [new TextNode(name), new TextNode(summary)];
}
