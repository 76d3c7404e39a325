namespace Qiansi.Engine.Directives.BuiltIn;

/// <summary><c>#!set --name x --value @csharp:y</c>: gives a variable of the current language a value.</summary>
internal sealed class SetDirective : IDirective
{
    public string Name => "set";

    public string Summary => "Gives a variable of the current language a value, also one of another language's.";

    public IReadOnlyList<DirectiveArgument> Arguments { get; } =
    [
        new("--name", "The variable.", Required: true),
        new("--value", "A literal, @language:name, @input:prompt or @password:prompt.", Required: true),
        new("--mime-type", "Give the variable the value as this media type's text, not the object itself."),
    ];

    public async Task InvokeAsync(DirectiveInvocation invocation, ICellContext context)
    {
        var name = VariableNames.Check(invocation["--name"]!, "--name");
        var (value, type) = await ValueReference.ResolveAsync(invocation["--value"]!, context);
        if (invocation["--mime-type"] is { } mediaType) (value, type) = (context.Render(value, mediaType)[mediaType] ?? "", typeof(string));
        await VariableNames.SetAsync(invocation.Language, name, value, type);
    }
}
