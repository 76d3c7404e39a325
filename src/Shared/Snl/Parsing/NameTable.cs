using System.Runtime.InteropServices;

namespace Qiansi.Snl.Parsing;

/// <summary>Makes one string of each spelling of a name.</summary>
internal sealed class NameTable
{
    private string?[] _slots = new string?[256];
    private int _count;

    public string Of(ReadOnlySpan<char> spelling)
    {
        var mask = _slots.Length - 1;
        for (var slot = (int)Hash(spelling) & mask; ; slot = (slot + 1) & mask)
        {
            var name = _slots[slot];
            if (name is null)
            {
                name = _slots[slot] = spelling.ToString();
                if (++_count * 2 > _slots.Length) Grow();
                return name;
            }

            if (spelling.SequenceEqual(name)) return name;
        }
    }

    private void Grow()
    {
        var old = _slots;
        _slots = new string?[old.Length * 2];
        foreach (var name in old)
        {
            if (name is null) continue;
            var slot = (int)Hash(name) & (_slots.Length - 1);
            while (_slots[slot] is not null) slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = name;
        }
    }

    private static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var c in MemoryMarshal.Cast<char, ushort>(text)) hash = (hash ^ c) * 16777619u;
        return hash ^ hash >> 15;
    }
}
