using Qiansi.Documents;
using Qiansi.Engine.Directives;
using Qiansi.Engine.Directives.BuiltIn;

namespace Qiansi.Engine.Languages;

/// <summary>Keeps texts under names: what stands in the cell, in a file, or at an address.</summary>
public sealed class ValueLanguage : IParameterizedLanguage
{
    private readonly Dictionary<string, NamedValue> _values = [];

    /// <inheritdoc />
    public string Name => "value";

    /// <inheritdoc />
    public IReadOnlyList<string> Aliases => NotebookLanguages.Find(Name)!.Aliases;

    /// <inheritdoc />
    public string Summary => "Keeps a text under a name, for #!set and #!share.";

    /// <inheritdoc />
    public IReadOnlyList<DirectiveArgument> Arguments { get; } =
    [
        new("--name", "Name to keep it under.", Required: true),
        new("--from-file", "File to read it from; relative paths start from the notebook's folder."),
        new("--from-url", "Address to download it from."),
        new("--from-value", "A literal, @language:name, @input:prompt or @password:prompt."),
        new("--mime-type", "Also show it, as this media type."),
    ];

    /// <inheritdoc />
    public IReadOnlyList<NamedValue> Values => [.. _values.Values];

    /// <inheritdoc />
    public Task<CellStatus> ExecuteAsync(CodeBlock block, ICellContext context) =>
        throw new DirectiveException($"{block.CellName}: #!value keeps text under a name: write #!value --name x above it.");

    /// <inheritdoc />
    public async Task<CellStatus> ExecuteAsync(CodeBlock block, DirectiveInvocation invocation, ICellContext context)
    {
        var name = VariableNames.Check(invocation["--name"]!, "--name");
        var inline = block.Code.TrimEnd('\r', '\n');
        var given = invocation.Arguments.Keys.Where(k => k.StartsWith("--from-", StringComparison.Ordinal)).ToList();
        if (given.Count > 1) throw new DirectiveException($"#!value: {string.Join(" and ", given)} cannot be given together.");
        if (given.Count == 1 && !string.IsNullOrWhiteSpace(inline))
            throw new DirectiveException($"#!value: the text below the line and {given[0]} cannot be given together.");
        var value = given switch
        {
            ["--from-file"] => await ReadFile(invocation["--from-file"]!, context),
            ["--from-url"] => await Download(invocation["--from-url"]!, context),
            ["--from-value"] => (await ValueReference.ResolveAsync(invocation["--from-value"]!, context)).Value,
            _ => inline,
        };
        await SetValueAsync(name, value, value?.GetType() ?? typeof(object));
        if (invocation["--mime-type"] is { } mediaType)
            context.Output.Display(value is string text ? MimeBundle.Of(mediaType, text) : context.Render(value, mediaType));
        return CellStatus.Ok;
    }

    /// <inheritdoc />
    public Task SetValueAsync(string name, object? value, Type declaredType)
    {
        _values[name] = new NamedValue(name, value, declaredType);
        return Task.CompletedTask;
    }

    private static async Task<string> ReadFile(string file, ICellContext context)
    {
        var path = ImportedFile.Resolve(file, context.Session);
        try
        {
            return await File.ReadAllTextAsync(path, context.Cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DirectiveException($"#!value: --from-file {path}: {e.Message}");
        }
    }

    private static async Task<string> Download(string address, ICellContext context)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw new DirectiveException($"#!value: --from-url {address} is not an address; write https://….");
        try
        {
            using var http = new HttpClient();
            return await http.GetStringAsync(uri, context.Cancellation);
        }
        catch (HttpRequestException e)
        {
            throw new DirectiveException($"#!value: --from-url {address}: {e.Message}");
        }
    }
}
