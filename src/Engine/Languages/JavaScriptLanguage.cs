using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Qiansi.Documents;

namespace Qiansi.Engine.Languages;

/// <summary>JavaScript that the front end runs in its page; values shared with it are constants there, as JSON.</summary>
/// <remarks>What a cell returns is shown below it: <c>return</c> at the start of a line makes the cell the body of a function, which may
/// await.</remarks>
public sealed partial class JavaScriptLanguage : ILanguageKernel
{
    private readonly Dictionary<string, (NamedValue Value, string Json)> _values = [];

    /// <inheritdoc />
    public string Name => "javascript";

    /// <inheritdoc />
    public IReadOnlyList<string> Aliases => NotebookLanguages.Find(Name)!.Aliases;

    /// <inheritdoc />
    public string Summary => "Runs JavaScript in the page the notebook is shown in.";

    /// <inheritdoc />
    public IReadOnlyList<NamedValue> Values => [.. _values.Values.Select(v => v.Value)];

    /// <inheritdoc />
    public Task<CellStatus> ExecuteAsync(CodeBlock block, ICellContext context)
    {
        var script = new StringBuilder();
        foreach (var (name, (_, json)) in _values)
        {
            if (Mentions(block.Code, name)) script.Append($"var {name} = {json};\n");
        }

        script.Append(Returns().IsMatch(block.Code) ? Shown(block.Code) : block.Code);
        context.Output.Display(BundleOf(script.ToString()));
        return Task.FromResult(CellStatus.Ok);
    }

    /// <inheritdoc />
    public Task SetValueAsync(string name, object? value, Type declaredType)
    {
        var options = new JsonSerializerOptions
        {
            ReferenceHandler = ReferenceHandler.IgnoreCycles,
            IncludeFields = true,
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals
        };
        _values[name] = (new NamedValue(name, value, declaredType), JsonSerializer.Serialize(value, options));
        return Task.CompletedTask;
    }

    /// <summary>Script as front ends run it.</summary>
    internal static MimeBundle BundleOf(string code) =>
        new() { { "application/javascript", code }, { "text/plain", "(JavaScript, run by the page)" } };

    /// <summary>The code as a function, and what it returns below the cell: a node as itself, a text as such, all else as JSON.</summary>
    private static string Shown(string code) => $$"""
        (async () => {
        {{code}}
        })().then(value => value === undefined ? "" : value instanceof Node || typeof value === "string" ? value
            : JSON.stringify(value, null, 2), error => `${error}`).then(shown => {
            const place = document.createElement("pre");
            place.append(shown);
            element.append(shown instanceof Node ? shown : place);
        });
        """;

    [GeneratedRegex(@"^return\b", RegexOptions.Multiline)]
    private static partial Regex Returns();

    /// <summary>Whether the name stands in the code as a word of its own.</summary>
    private static bool Mentions(string code, string name)
    {
        for (var at = code.IndexOf(name, StringComparison.Ordinal); at >= 0; at = code.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || !IsWord(code[at - 1])) && (end == code.Length || !IsWord(code[end]))) return true;
        }

        return false;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';
}
