namespace Qiansi.Engine.Directives.BuiltIn;

/// <summary><c>#!share x --from csharp</c>: makes another language's variable one of the current language's; the same object,
/// where both run in this process.</summary>
internal sealed class ShareDirective : IDirective
{
    public string Name => "share";

    public string Summary => "Makes a variable of another language one of the current language's.";

    public IReadOnlyList<DirectiveArgument> Arguments { get; } =
    [
        new("name", "The variable.", Required: true),
        new("--from", "The language that has it.", Required: true),
        new("--as", "Name it gets here; the same when left out."),
        new("--mime-type", "Share it as this media type's text, not as the object itself."),
    ];

    public async Task InvokeAsync(DirectiveInvocation invocation, ICellContext context)
    {
        var found = await VariableNames.FindAsync(invocation["name"]!, invocation["--from"]!, context);
        var name = VariableNames.Check(invocation["--as"] ?? found.Name, "--as");
        if (invocation["--mime-type"] is { } mediaType)
            await VariableNames.SetAsync(
                invocation.Language, name, context.Render(found.Value, mediaType)[mediaType] ?? "", typeof(string));
        else
            await VariableNames.SetAsync(invocation.Language, name, found.Value, found.Type);
    }
}
