using System.Globalization;
using System.Text.Json;
using Qiansi.Contracts;
using Qiansi.Engine;
using Qiansi.Engine.Comms;
using Qiansi.Jupyter;

namespace Qiansi.Kernel.Values;

/// <summary>Our kernel's end of sharing variables with another kernel: answers each comm opened to
/// <see cref="Name"/> with one message.</summary>
/// <remarks>
/// A question has <c>do</c>: <c>list</c>; <c>get</c> with <c>name</c>; <c>set</c> with <c>name</c>, <c>value</c> (a
/// <see cref="WireValue.Head"/>) and one buffer. An answer has <c>values</c> (name, type, text); or <c>value</c> and one buffer; or
/// nothing; or <c>error</c>. The pack for Python answers the same.
/// </remarks>
internal sealed class ValueTarget(Session session)
{
    /// <summary>The comm target's name.</summary>
    public const string Name = "qiansi.values";

    private const int LongestText = 100;

    /// <summary>Answers the question a comm was opened with, and closes it.</summary>
    public void Answer(Comm comm, CommData question)
    {
        try
        {
            var (head, buffers) = Handle(question);
            comm.Send(head, buffers);
        }
        catch (Exception e)
        {
            // Whatever it is, the asker is to know.
            comm.Send(new { error = e.Message });
        }
        comm.Close();
    }

    private (object Head, IReadOnlyList<ReadOnlyMemory<byte>> Buffers) Handle(CommData question)
    {
        var language = session.Languages[0];
        var name = question.Json.TryGetProperty("name", out var named) ? named.GetString()! : "";
        switch (question.Json.GetProperty("do").GetString())
        {
            case "list":
                return (new
                {
                    values = language.Values.Select(v => new { name = v.Name, type = TypeName(v), text = Text(v.Value) })
                    .ToArray()
                }, []);
            case "get":
                var found = language.FindValueAsync(name, CancellationToken.None).GetAwaiter().GetResult();
                if (found is null) return (new { }, []);
                var value = ValueEncoder.Encode(name, found.Value);
                return (new { value = value.Head, type = TypeName(found) }, [value.Bytes]);
            case "set":
                var given = ValueDecoder.Decode(WireValue.Read(question.Json.GetProperty("value"), question.Buffers));
                session.BetweenCellsAsync(() => language.SetValueAsync(name, given, given?.GetType() ?? typeof(object))).GetAwaiter()
                    .GetResult().GetAwaiter().GetResult();
                return (new { }, []);
            case var other:
                throw new DirectiveException($"'{other}' is not understood; list, get and set are.");
        }
    }

    private static string TypeName(NamedValue value) => value.TypeName ?? (value.Value?.GetType() ?? value.Type).Name;

    /// <summary>A value in a few words, without running anything of the user's.</summary>
    private static string Text(object? value) => value switch
    {
        null => "null",
        string text => text.Length <= LongestText ? text : string.Concat(text.AsSpan(0, LongestText), "…"),
        Array array => $"[{string.Join(", ", Enumerable.Range(0, array.Rank).Select(array.GetLength))}]",
        IFormattable and IConvertible => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => value.GetType().Name,
    };
}
