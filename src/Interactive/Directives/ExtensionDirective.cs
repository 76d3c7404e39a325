using Microsoft.DotNet.Interactive.Commands;
using Qiansi.Contracts;

namespace Microsoft.DotNet.Interactive.Directives;

/// <summary>An extension's directive in a session: what is written becomes the command that the extension takes.</summary>
internal sealed class ExtensionDirective(KernelActionDirective directive, Type command, KernelCommandInvocation handler) : IDirective
{
    /// <summary>Makes a command of what is given for its properties, texts and flags; set by the engine, since this assembly, which every
    /// cell sees, needs none of the libraries that can.</summary>
    /// <remarks>Throws <see cref="ArgumentException"/> where that makes no such command.</remarks>
    internal static Func<Type, IReadOnlyDictionary<string, object>, object> Make { get; set; } =
        (_, _) => throw new InvalidOperationException("directives of extensions run in a session");

    public string Name { get; } = directive.Name.TrimStart('#', '!');

    public string Summary => directive.Description ?? "A directive of an extension.";

    public IReadOnlyList<DirectiveArgument> Arguments { get; } =
    [
        .. directive.Parameters.Select(p => new DirectiveArgument(Written(p), p.Description ?? "", p.Required, p.Flag)
        {
            Choices = p.Choices is { } choices ? () => [.. choices().Select(c => new CompletionItem(c, "property"))] : null,
        }),
    ];

    public Task InvokeAsync(DirectiveInvocation invocation, ICellContext context)
    {
        var given = new Dictionary<string, object>();
        foreach (var parameter in directive.Parameters)
        {
            if (invocation[Written(parameter)] is not { } text) continue;
            // As properties are named: --from-file is FromFile.
            var name = parameter.Name.TrimStart('-').Replace("-", "", StringComparison.Ordinal);
            given[name] = parameter.Flag ? true : text;
        }

        try
        {
            return handler((KernelCommand)Make(command, given), new(context));
        }
        catch (ArgumentException e)
        {
            throw new DirectiveException($"{directive.Name}: what is given does not make a {command.Name}: {e.Message}");
        }
    }

    private static string Written(KernelDirectiveParameter parameter) =>
        parameter.AllowImplicitName ? parameter.Name.TrimStart('-') : parameter.Name;
}
