namespace Qiansi.Engine.Directives;

/// <summary>Stands in for a directive or language whose line asks for help.</summary>
internal sealed class HelpDirective(string text) : IDirective
{
    public string Name => "help";

    public string Summary => "Prints how a directive is used.";

    public static DirectivePart Part(string text, int line, ILanguageKernel language) =>
        new(new HelpDirective(text), new DirectiveInvocation(new Dictionary<string, string>(), line, language));

    public Task InvokeAsync(DirectiveInvocation invocation, ICellContext context)
    {
        context.Output.Display(MimeBundle.Plain(text));
        return Task.CompletedTask;
    }
}
