using System.Buffers.Binary;
using System.Text;

namespace Qiansi.Engine.Packages;

/// <summary>The symbol versions that a shared library defines and needs, read from its file.</summary>
/// <remarks>
/// ELF for 64-bit little-endian machines, with GNU's sections: System V ABI, chapter 4; LSB core specification 5.0, chapter 10.7
/// (symbol versioning).
/// </remarks>
internal sealed class ElfVersions
{
    private const uint Relocations = 4, DynamicSymbols = 11, Defined = 0x6ffffffd, Needed = 0x6ffffffe, OfSymbols = 0x6fffffff;
    private const int RelocationSize = 24;
    private const ushort Weak = 2;

    private readonly byte[] _file;
    private readonly List<Section> _sections = [];

    private ElfVersions(byte[] file)
    {
        _file = file;
        var (table, size, count) = ((int)Int64(0x28), Int16(0x3a), Int16(0x3c));
        for (var i = 0; i < count; i++)
        {
            var at = table + (i * size);
            _sections.Add(new(Int32(at + 4), (int)Int64(at + 24), (int)Int64(at + 32), (int)Int32(at + 40)));
        }
    }

    /// <summary>Reads a library; null when the file is of another format.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ElfVersions? Read(string path)
    {
        var file = File.ReadAllBytes(path);
        if (file is not [0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, ..]) return null;
        try
        {
            return new(file);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null; // cut off
        }
    }

    /// <summary>The versions that the library defines, as <c>GLIBCXX_3.4.30</c>, in the order of the file.</summary>
    public IEnumerable<string> Definitions()
    {
        foreach (var section in _sections.Where(s => s.Type == Defined))
        {
            for (int at = section.Start, step = -1; step != 0; at += step)
            {
                yield return Text(section, (int)Int32(at + (int)Int32(at + 12)));
                step = (int)Int32(at + 16);
            }
        }
    }

    /// <summary>The versions that the library needs of others, without those that it can be loaded without.</summary>
    public IEnumerable<Need> Needs()
    {
        foreach (var section in _sections.Where(s => s.Type == Needed))
        {
            for (int at = section.Start, step = -1; step != 0; at += step)
            {
                var library = Text(section, (int)Int32(at + 4));
                for (int need = at + (int)Int32(at + 8), next = -1; next != 0; need += next)
                {
                    if ((Int16(need + 4) & Weak) == 0)
                        yield return new(library, Text(section, (int)Int32(need + 8)), Int16(need + 6), need + 4);
                    next = (int)Int32(need + 12);
                }
                step = (int)Int32(at + 12);
            }
        }
    }

    /// <summary>Whether code or data of the library refers to a symbol of a needed version.</summary>
    public bool IsUsed(Need need)
    {
        var versions = _sections.Find(s => s.Type == OfSymbols);
        var symbols = _sections.FindIndex(s => s.Type == DynamicSymbols);
        return _sections.Where(s => s.Type == Relocations && s.Link == symbols).Any(relocations =>
            Enumerable.Range(0, relocations.Size / RelocationSize).Any(i =>
                (int)(Int64(relocations.Start + (i * RelocationSize) + 8) >> 32) is > 0 and var symbol
                && (Int16(versions.Start + (2 * symbol)) & 0x7fff) == need.Index));
    }

    /// <summary>Writes the library with some needs marked weak, so that it is loaded although nobody defines these versions.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void WriteWithout(IEnumerable<Need> needs, string path)
    {
        byte[] copy = [.. _file];
        foreach (var need in needs)
            BinaryPrimitives.WriteUInt16LittleEndian(copy.AsSpan(need.FlagsAt), (ushort)(Int16(need.FlagsAt) | Weak));
        File.WriteAllBytes(path, copy);
    }

    private ushort Int16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_file.AsSpan(at));

    private uint Int32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_file.AsSpan(at));

    private long Int64(int at) => BinaryPrimitives.ReadInt64LittleEndian(_file.AsSpan(at));

    private string Text(Section section, int offset)
    {
        var text = _file.AsSpan(_sections[section.Link].Start + offset);
        return Encoding.UTF8.GetString(text[..text.IndexOf((byte)0)]);
    }

    /// <summary>A version that a library needs.</summary>
    /// <param name="Library">Of which library: <c>libstdc++.so.6</c>.</param>
    /// <param name="Version">As <c>GLIBCXX_3.4.32</c>.</param>
    /// <param name="Index">By which the symbols name it.</param>
    /// <param name="FlagsAt">Where in the file its flags are.</param>
    internal sealed record Need(string Library, string Version, int Index, int FlagsAt);

    private readonly record struct Section(uint Type, int Start, int Size, int Link);
}
