using FSharp.Compiler.CodeAnalysis;
using FSharp.Compiler.EditorServices;
using FSharp.Compiler.Interactive;
using Microsoft.FSharp.Core;
using Qiansi.Contracts;

namespace Qiansi.FSharpCells;

/// <summary>The F# Interactive of one session.</summary>
internal sealed class Interactive : IDisposable
{
    private const string Box = "qiansi_shared_";

    // The compiler's own words of what it binds, and a prompt, which cells do not show.
    private readonly Shell.FsiEvaluationSession _session = Shell.FsiEvaluationSession.Create(
        Shell.FsiEvaluationSession.GetDefaultConfiguration(),
        // Without the last, shared values are of other types than the session's: an int of C# is then no int of F#.
        ["fsi", "--noninteractive", "--nologo", "--gui-", "--quiet", "--usesdkrefs-"],
        TextReader.Null, TextWriter.Null, TextWriter.Null, null, null);

    private readonly HashSet<string> _referenced = new(StringComparer.Ordinal);
    private int _shared;

    public Interactive()
    {
        // Would end the kernel and what other cells have.
        Evaluate("let exit (code: int) : 'a = failwithf \"exit %d: a notebook's kernel is ended by its menu\" code", "exit.fsx");
        if (Path.Combine(AppContext.BaseDirectory, "Qiansi.Torch.dll") is var tensors && File.Exists(tensors)) Reference(tensors);
    }

    /// <summary>Runs one interaction: a text without <c>;;</c>.</summary>
    public Evaluation Evaluate(string code, string file)
    {
        var (choice, diagnostics) = _session.EvalInteractionNonThrowing(code, file, null);
        return choice switch
        {
            FSharpChoice<FSharpOption<Shell.FsiValue>?, Exception>.Choice1Of2 { Item: var value } => new(value?.Value, null, diagnostics),
            FSharpChoice<FSharpOption<Shell.FsiValue>?, Exception>.Choice2Of2 { Item: var thrown } => new(null, thrown, diagnostics),
            _ => throw new InvalidOperationException($"F# Interactive answered {choice}."),
        };
    }

    /// <summary>The session's variables; the newest of a name.</summary>
    public IReadOnlyList<NamedValue> Values() =>
    [
        .. _session.GetBoundValues().Where(v => v.Name != "it" && !v.Name.StartsWith(Box, StringComparison.Ordinal))
            .Select(v => new NamedValue(v.Name, v.Value.ReflectionValue, v.Value.ReflectionType)),
    ];

    /// <summary>Binds a name; to <c>obj</c> where F# Interactive cannot take the value's own type.</summary>
    /// <exception cref="DirectiveException">There can be no such name.</exception>
    public void Set(string name, object? value, Type declaredType)
    {
        var type = Visible(declaredType, value);
        foreach (var file in Assemblies(type)) Reference(file);
        if (type != typeof(object) && Bind(name, value, type) is null) return;
        if (Bind(name, value, typeof(object)) is { } problem)
            throw new DirectiveException($"#!fsharp: '{name}' cannot be had in F#: {problem}");
    }

    /// <summary>Binds a name to a value of a type; what stands against it, else null.</summary>
    private string? Bind(string name, object? value, Type type)
    {
        var box = $"{Box}{++_shared}";
        try
        {
            _session.AddBoundValue(box, Activator.CreateInstance(typeof(SharedValue<>).MakeGenericType(type), value)!);
        }
        catch (Exception e)
        {
            // Which types it imports is F# Interactive's own matter, and so is what it throws.
            return e.Message;
        }

        var bound = Evaluate($"let ``{name}`` = {box}.Value", "share.fsx");
        return bound.Diagnostics.FirstOrDefault(d => d.Severity.IsError)?.Message ?? bound.Exception?.Message;
    }

    private void Reference(string file)
    {
        if (_referenced.Add(file)) Evaluate($"#r @\"{file}\"", "reference.fsx");
    }

    /// <summary>Files of the assemblies of a type and its parts, without the framework's.</summary>
    private static IEnumerable<string> Assemblies(Type type)
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location);
        var parts = type.HasElementType ? [type.GetElementType()!] : type.GenericTypeArguments;
        return parts.SelectMany(Assemblies).Prepend(type.Assembly.Location)
            .Where(file => file.Length > 0 && Path.GetDirectoryName(file) != framework);
    }

    /// <summary>What can stand at a place of a cell.</summary>
    public CompletionList Complete(string code, int position)
    {
        var (parsed, checkedCode, _) = _session.ParseAndCheckInteraction(code, null);
        var before = code.AsSpan(0, position);
        var (line, begin) = (before.Count('\n') + 1, before.LastIndexOf('\n') + 1);
        var end = code.IndexOf('\n', begin) is var found and >= 0 ? found : code.Length;
        var name = QuickParse.GetPartialLongNameEx(code[begin..end], position - begin - 1);
        var items = checkedCode.GetDeclarationListInfo(FSharpOption<FSharpParseFileResults>.Some(parsed), line, code[begin..end], name,
            null, null, null).Items;
        return new(position - name.PartialIdent.Length, position,
        [
            .. items.Where(i => i.NameInList.StartsWith(name.PartialIdent, StringComparison.OrdinalIgnoreCase))
                .Select(i => new CompletionItem(i.NameInCode, Kind(i.Glyph))),
        ]);
    }

    public void Dispose() => ((IDisposable)_session).Dispose();

    private static string Kind(FSharpGlyph glyph) =>
        glyph.IsMethod || glyph.IsExtensionMethod ? "function"
        : glyph.IsProperty || glyph.IsField ? "property"
        : glyph.IsClass || glyph.IsStruct || glyph.IsInterface || glyph.IsType || glyph.IsUnion || glyph.IsEnum ? "class"
        : glyph.IsNameSpace || glyph.IsModule ? "module" : "instance";

    /// <summary>The nearest type that F# can name: types of cells lie in no file, many of the framework are not public.</summary>
    private static Type Visible(Type declared, object? value)
    {
        var type = value?.GetType() ?? declared;
        if (IsVisible(type)) return type;
        if (IsVisible(declared)) return declared;
        return type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            .FirstOrDefault(IsVisible) ?? typeof(object);
    }

    private static bool IsVisible(Type type) =>
        type.IsVisible && !type.Assembly.IsDynamic && type.Assembly.Location.Length > 0
        && (type.HasElementType ? IsVisible(type.GetElementType()!) : type.GenericTypeArguments.All(IsVisible));
}

/// <summary>What came of one interaction.</summary>
/// <param name="Value">The value of the last expression; null when the last thing is none.</param>
/// <param name="Exception">What the code threw.</param>
/// <param name="Diagnostics">What the compiler said.</param>
internal sealed record Evaluation(
    Shell.FsiValue? Value, Exception? Exception, IReadOnlyList<FSharp.Compiler.Diagnostics.FSharpDiagnostic> Diagnostics);
