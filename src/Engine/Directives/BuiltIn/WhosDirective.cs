using Qiansi.Engine.Display;

namespace Qiansi.Engine.Directives.BuiltIn;

/// <summary><c>#!whos</c>: name, type and value of the variables of all languages, the current language's first.</summary>
internal sealed class WhosDirective : IDirective
{
    private const int ValueLength = 100;

    public string Name => "whos";

    public string Summary => "Lists the variables with their types and values.";

    public Task InvokeAsync(DirectiveInvocation invocation, ICellContext context)
    {
        var languages = WhoDirective.WithVariables(invocation.Language, context.Session).ToList();
        context.Output.Display(languages.Count == 0
            ? MimeBundle.Plain("There are no variables.")
            : ValueRenderer.RenderNodes(() => Table(languages), context.Cancellation));
        return Task.CompletedTask;
    }

    private static TableNode Table(List<ILanguageKernel> languages)
    {
        var rows = new List<IReadOnlyList<DisplayNode?>>();
        foreach (var language in languages)
        {
            foreach (var variable in language.Values)
                rows.Add([new TextNode(language.Name), new TextNode(variable.Name),
                    new TextNode(variable.TypeName ?? TypeNames.Of(variable.Value?.GetType() ?? variable.Type)),
                    new TextNode(Short(variable.Value))]);
        }

        return new TableNode(null, ["language", "name", "type", "value"], rows, 2, null);
    }

    /// <summary>One line for a value: a few items, members only by name.</summary>
    private static string Short(object? value)
    {
        var builder = new NodeBuilder(new DisplayLimits(Items: 5, Depth: 1), new PackageFormatters());
        var text = PlainNodeWriter.Inline(builder.Build(value));
        return text.Length <= ValueLength ? text : text[..ValueLength] + "…";
    }
}
