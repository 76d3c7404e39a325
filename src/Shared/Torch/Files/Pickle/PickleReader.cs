using System.Buffers.Binary;
using System.Text;
using Qiansi.Torch.Files.Elements;

namespace Qiansi.Torch.Files.Pickle;

/// <summary>
/// Reads the pickle of a file that <c>torch.save</c> wrote: containers, numbers, text and tensors. Anything else is refused by its name;
/// nothing is executed.
/// </summary>
/// <remarks>
/// A pickle is a program for a machine with a stack, a list of marks into it and a memo. Values become
/// <see cref="Dictionary{TKey, TValue}"/> of objects, <see cref="List{T}"/> of objects, object arrays (tuples), long, double, bool, string,
/// byte arrays, null and <see cref="StoredTensor"/>.
/// </remarks>
internal sealed class PickleReader(byte[] data, FilePlace place)
{
    private const int MaximumMemo = 10_000_000;
    private readonly List<object?> _stack = [];
    private readonly Stack<int> _marks = [];
    private readonly Dictionary<int, object?> _memo = [];
    private int _at;
    private int _start;

    /// <summary>Reads the one value a pickle holds.</summary>
    /// <exception cref="InvalidDataException">The pickle is damaged, or holds something that is no data.</exception>
    public object? Read()
    {
        while (true)
        {
            _start = _at;
            var code = (char)Take(1)[0];
            switch (code)
            {
                case '.': return _stack.Count == 1 ? _stack[0] : throw Wrong($"at its end {_stack.Count} values are left, not 1");
                case '\x80':
                    if (Take(1)[0] is var version && version > 5) throw Wrong($"version {version} of the protocol; up to 5 are read");
                    break;
                case '\x95': Take(8); break;
                case 'N': Push(null); break;
                case '\x88': Push(true); break;
                case '\x89': Push(false); break;
                case 'K': Push((long)Take(1)[0]); break;
                case 'M': Push((long)BinaryPrimitives.ReadUInt16LittleEndian(Take(2))); break;
                case 'J': Push((long)BinaryPrimitives.ReadInt32LittleEndian(Take(4))); break;
                case '\x8a': Push(ReadLong(Take(1)[0])); break;
                case 'G': Push(BinaryPrimitives.ReadDoubleBigEndian(Take(8))); break;
                case 'X': Push(Encoding.UTF8.GetString(Take(TakeLength()))); break;
                case '\x8c': Push(Encoding.UTF8.GetString(Take(Take(1)[0]))); break;
                case 'T': Push(Encoding.Latin1.GetString(Take(TakeLength()))); break;
                case 'U': Push(Encoding.Latin1.GetString(Take(Take(1)[0]))); break;
                case 'B': Push(Take(TakeLength()).ToArray()); break;
                case 'C': Push(Take(Take(1)[0]).ToArray()); break;
                case '}': Push(new Dictionary<object, object?>()); break;
                case ']': Push(new List<object?>()); break;
                case ')': Push(Array.Empty<object?>()); break;
                case '\x85': Push(Pop(1)); break;
                case '\x86': Push(Pop(2)); break;
                case '\x87': Push(Pop(3)); break;
                case '(': _marks.Push(_stack.Count); break;
                case 't': Push(PopToMark()); break;
                case '0': Pop(1); break;
                case '1': PopToMark(); break;
                case 'q': Remember(Take(1)[0]); break;
                case 'r': Remember(TakeLength()); break;
                case '\x94': Remember(_memo.Count); break;
                case 'h': Push(Recall(Take(1)[0])); break;
                case 'j': Push(Recall(TakeLength())); break;
                case 'a': Append(Pop(1)); break;
                case 'e': Append(PopToMark()); break;
                case 's': SetItems(Pop(2)); break;
                case 'u': SetItems(PopToMark()); break;
                case 'c': Push(Global(TakeLine(), TakeLine())); break;
                case '\x93':
                    Push(Pop(2) is [string module, string name] ? Global(module, name) : throw Wrong("a name that is no text")); break;
                case 'Q': Push(Memory(Pop(1)[0])); break;
                case 'R':
                    var call = Pop(2);
                    Push(call is [PickleGlobal function, object?[] arguments]
                        ? PickleCalls.Call(function, arguments, Wrong) : throw Wrong("a call of what is no known function"));
                    break;
                case 'b':
                    if (Pop(1)[0] is not Dictionary<object, object?> || Peek() is not Dictionary<object, object?>)
                        throw Wrong("an object with a state of its own; only the attributes of dictionaries are skipped");
                    break;
                default: throw Wrong($"operation 0x{(int)code:x2}, which state dicts do not have");
            }
        }
    }

    private static string Printable(string text) => new([.. text.Take(100).Select(c => char.IsControl(c) ? '?' : c)]);

    private PickleGlobal Global(string module, string name) =>
        PickleGlobal.IsKnown($"{module}.{name}") ? new PickleGlobal($"{module}.{name}")
        : throw Wrong(
            $"the file asks for Python's {Printable(module)}.{Printable(name)}, which is no part of a state dict and is not executed; "
                + "save model.state_dict(), made of tensors, numbers, text, lists and dictionaries");

    private StoredMemory Memory(object? id)
    {
        if (id is not object?[] { Length: 5 } parts
            || parts is not ["storage", PickleGlobal { Elements: { } type }, string key, string, long count])
            throw Wrong("memory of a tensor that is described in no known way");
        if (count < 0 || key.Length == 0 || !key.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            throw Wrong($"memory '{Printable(key)}' of {count} elements");
        return new StoredMemory(key, type, count);
    }

    private object ReadLong(int bytes)
    {
        if (bytes > 8) throw Wrong($"an integer of {bytes} bytes; at most 8 are read");
        var number = Take(bytes);
        long value = bytes > 0 && number[^1] >= 0x80 ? -1 : 0;
        for (var i = bytes - 1; i >= 0; i--) value = (value << 8) | number[i];
        return value;
    }

    private void Append(object?[] items)
    {
        if (Peek() is not List<object?> list) throw Wrong("values appended to what is no list");
        list.AddRange(items);
    }

    private void SetItems(object?[] items)
    {
        if (Peek() is not Dictionary<object, object?> dictionary || items.Length % 2 != 0) throw Wrong("pairs for what is no dictionary");
        for (var i = 0; i < items.Length; i += 2)
            dictionary[items[i] is string or long or double or bool
                ? items[i]! : throw Wrong("a dictionary's key that is neither text nor a number")] = items[i + 1];
    }

    private void Remember(int index)
    {
        if (index < 0 || _memo.Count > MaximumMemo) throw Wrong("a memo that is too large");
        _memo[index] = Peek();
    }

    private object? Recall(int index) => _memo.TryGetValue(index, out var value) ? value : throw Wrong($"memo {index} was never written");

    private void Push(object? value) => _stack.Add(value);

    private object? Peek() => _stack.Count > (_marks.Count > 0 ? _marks.Peek() : 0)
        ? _stack[^1] : throw Wrong("a value is missing on the stack");

    private object?[] Pop(int count)
    {
        if (_stack.Count - count < (_marks.Count > 0 ? _marks.Peek() : 0)) throw Wrong("a value is missing on the stack");
        object?[] values = [.. _stack[^count..]];
        _stack.RemoveRange(_stack.Count - count, count);
        return values;
    }

    private object?[] PopToMark()
    {
        if (!_marks.TryPop(out var mark)) throw Wrong("a mark is missing on the stack");
        object?[] values = [.. _stack[mark..]];
        _stack.RemoveRange(mark, _stack.Count - mark);
        return values;
    }

    private int TakeLength()
    {
        var length = BinaryPrimitives.ReadUInt32LittleEndian(Take(4));
        return length <= int.MaxValue ? (int)length : throw Wrong($"a length of {length}");
    }

    private string TakeLine()
    {
        var length = data.AsSpan(_at).IndexOf((byte)'\n');
        if (length < 0) throw Wrong("the end is missing");
        var line = Encoding.UTF8.GetString(Take(length));
        Take(1);
        return line;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > data.Length - _at) throw Wrong($"{count} bytes are needed, and {data.Length - _at} are left: the file is cut off");
        _at += count;
        return data.AsSpan(_at - count, count);
    }

    private InvalidDataException Wrong(string what) => place.Error($"at byte {_start}: {what}");
}
