using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Qiansi.Engine.Display;

/// <summary>Reads a value into nodes: within the limits, once, and whatever its members throw.</summary>
/// <param name="limits">How much of it.</param>
/// <param name="formatters">What users have registered.</param>
/// <param name="tupleNames">Names of tuple elements by <see cref="TypeNames.Of"/> of the tuple; null when there are none.</param>
internal sealed class NodeBuilder(DisplayLimits limits, PackageFormatters formatters, IReadOnlyDictionary<string,
    string[]>? tupleNames = null)
{
    private readonly HashSet<object> _path = new(ReferenceEqualityComparer.Instance);
    private int _characters = DisplayLimits.Characters;

    /// <summary>The limits in force.</summary>
    public DisplayLimits Limits => limits;

    /// <summary>Whether as much has been read as can be shown.</summary>
    public bool IsFull => _characters <= 0;

    /// <summary>What the elements of a tuple are called.</summary>
    public string[] ElementNames(ITuple tuple) =>
        tupleNames?.GetValueOrDefault(TypeNames.Of(tuple.GetType())) is { } names && names.Length == tuple.Length ? names
            : [.. Enumerable.Range(1, tuple.Length).Select(i => $"Item{i}")];

    /// <summary>What to show of a value.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="depth">0 for the value displayed, more for what is inside of it.</param>
    public DisplayNode Build(object? value, int depth = 0)
    {
        if (value is null) return new TextNode(ScalarText.Null);
        var type = value.GetType();
        if (!formatters.Formats(type) && ScalarText.Of(value) is { } scalar) return Text(scalar, depth, ScalarText.IsInline(type));
        if (!type.IsValueType && !_path.Add(value))
            return new NoteNode($"({TypeNames.Of(type)}, shown further out: the object contains itself)");
        try
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            if (depth > 0 && formatters.FormatNested(value, type) is { } formatted) return formatted;
            if (HtmlContentNodes.Of(value, type) is { } html) return html;
            return ScalarText.Of(value) is { } text
                ? Text(text, depth) : SpecialNodes.Of(value, type, depth, this) ?? Structured(value, type, depth);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Failure(e);
        }
        finally
        {
            _path.Remove(value);
        }
    }

    /// <summary>A text, cut when it is part of a larger value and long.</summary>
    public TextNode Text(string text, int depth, bool inline = false)
    {
        if (depth > 0 && text.Length > DisplayLimits.NestedText)
            text = $"{text[..DisplayLimits.NestedText]}… ({text.Length - DisplayLimits.NestedText} more characters)";
        _characters -= text.Length + 16;
        return new TextNode(text, inline);
    }

    /// <summary>In place of a value that could not be read.</summary>
    public static NoteNode Failure(Exception exception)
    {
        if (exception is TargetInvocationException { InnerException: { } inner }) exception = inner;
        return new NoteNode($"({TypeNames.Of(exception.GetType())}: {exception.Message})");
    }

    /// <summary>Name and value of the members; getters that throw give a remark.</summary>
    public List<KeyValuePair<string, DisplayNode>> ReadMembers(object value, IReadOnlyList<Member> members, int depth)
    {
        var read = new List<KeyValuePair<string, DisplayNode>>(members.Count);
        foreach (var member in members)
        {
            if (IsFull) break;
            read.Add(new(member.Name, ReadMember(value, member, depth)));
        }

        return read;
    }

    /// <summary>One member's value.</summary>
    public DisplayNode ReadMember(object value, Member member, int depth)
    {
        _characters -= member.Name.Length;
        object? content;
        try
        {
            content = member.Get(value);
        }
        catch (Exception e) when ((e as TargetInvocationException)?.InnerException is not OperationCanceledException)
        {
            return Failure(e);
        }

        return Build(content, depth + 1);
    }

    /// <summary>Whether a formatter of the user's shows values of the type.</summary>
    public bool IsFormattedByPackage(Type type) => formatters.Formats(type);

    /// <summary>One line for an object: what it says of itself, else its type.</summary>
    public string Summary(object value, Type type)
    {
        var text = Members.HasText(type) ? value.ToString() ?? "" : TypeNames.Of(type);
        var line = text.AsSpan().IndexOfAny('\r', '\n');
        if (line >= 0) text = text[..line] + "…";
        if (text.Length > 200) text = text[..200] + "…";
        _characters -= text.Length;
        return text;
    }

    private DisplayNode Structured(object value, Type type, int depth)
    {
        if (value is IEnumerable sequence
            && type.GetMethod(nameof(IEnumerable.GetEnumerator), Type.EmptyTypes) is not { ReturnType.IsByRefLike: true })
        {
            if (depth >= limits.Depth) return Text(TypeNames.Of(type), depth);
            var items = SequenceNodes.Of(sequence, type, depth, this);
            return Members.OwnOf(type) is { Length: > 0 } own
                ? new ObjectNode(TypeNames.Of(type), TypeNames.Of(type), [.. ReadMembers(value, own, depth), new("(items)", items)],
                null) : items;
        }

        var members = Members.Of(type);
        if (members.Length == 0 || depth >= limits.Depth) return Text(value.ToString() ?? "", depth);
        var read = ReadMembers(value, members, depth);
        var omitted = read.Count < members.Length ? $"… {members.Length - read.Count} more members" : null;
        return new ObjectNode(Summary(value, type), TypeNames.Of(type), read, omitted);
    }
}
