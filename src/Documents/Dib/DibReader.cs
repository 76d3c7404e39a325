using System.Text;
using System.Text.Json.Nodes;
using Qiansi.Documents.Json;

namespace Qiansi.Documents.Dib;

/// <summary>
/// Reads Polyglot Notebooks' text format: a line <c>#!name</c> of a known language starts a cell, blank lines around its text do not count,
/// text before the first such line belongs to the default language, and <c>#!meta</c> at the start holds JSON with the languages' names.
/// </summary>
internal sealed class DibReader
{
    private readonly DocumentSource _source;
    private readonly string _text;
    private readonly Dictionary<string, string> _fileLanguages = [];
    private readonly List<DibBlock> _blocks = [];

    private DibReader(DocumentSource source)
    {
        _source = source;
        _text = Encoding.UTF8.GetString(source.Bytes.AsSpan(source.Start));
    }

    /// <summary>Reads the document; an empty file is a notebook without cells.</summary>
    /// <exception cref="DocumentException">The <c>#!meta</c> block is not JSON.</exception>
    public static Notebook Read(DocumentSource source) => new DibReader(source).Read();

    private Notebook Read()
    {
        var position = SkipBlank(0);
        var meta = default(JsonText);
        var metaRange = default(Range);
        if (NameAt(position) is "meta")
        {
            var start = SkipBlank(NextLine(position));
            var end = start;
            while (end < _text.Length && !_text.AsSpan(end).StartsWith("#!")) end = NextLine(end);
            metaRange = start..TrimEnd(start, end);
            if (metaRange.End.Value > start) meta = ReadMeta(metaRange);
            position = end;
        }

        var notebook = new Notebook();
        if (meta is not null) notebook.Metadata["polyglot_notebook"] = meta.ToObject();
        ReadBlocks(position, notebook.Language);
        notebook.DibOrigin = new DibFile(_source.Bytes, _text, _source.Start > 0, ..position, meta, metaRange, _blocks);
        foreach (var (index, block) in _blocks.Index()) notebook.Cells.Add(CellOf(block, index));
        return notebook;
    }

    private static Cell CellOf(DibBlock block, int index)
    {
        var kind = block.Language switch
        {
            "markdown" => CellKind.Markdown,
            "raw" => CellKind.Raw,
            _ => CellKind.Code,
        };
        var id = CellIds.Derive(block.Source, index, []);
        return new Cell(kind, block.Source, kind == CellKind.Code && block.Header.End.Value > block.Header.Start.Value
            ? block.Language : null)
        { DibOrigin = block, Id = id, DerivedId = id };
    }

    private JsonText ReadMeta(Range range)
    {
        var start = _source.Start + Encoding.UTF8.GetByteCount(_text.AsSpan(0, range.Start.Value));
        var length = Encoding.UTF8.GetByteCount(_text.AsSpan(range));
        var meta = JsonTextParser.Parse(_source, start, start + length);
        if (meta.Kind != JsonTextKind.Object)
            throw _source.Error(meta.Start, "#!meta does not hold a JSON object",
                "Write #!meta, a blank line, and {\"kernelInfo\":{\"defaultKernelName\":\"csharp\"}}, or leave the block out.");
        if (meta["kernelInfo"]?["items"] is not { } items) return meta;
        foreach (var item in items.Entries)
        {
            if (item.Value["name"] is not { Kind: JsonTextKind.String } name) continue;
            _fileLanguages[name.GetString()] = name.GetString();
            foreach (var alias in item.Value["aliases"]?.Entries ?? [])
                if (alias.Value.Kind == JsonTextKind.String) _fileLanguages.TryAdd(alias.Value.GetString(), name.GetString());
        }

        return meta;
    }

    private void ReadBlocks(int position, string defaultLanguage)
    {
        while (position < _text.Length)
        {
            var language = HeaderAt(position);
            var bodyStart = language is null ? position : NextLine(position);
            var end = bodyStart;
            while (end < _text.Length && HeaderAt(end) is null) end = NextLine(end);
            var bodyEnd = TrimEnd(bodyStart, end);
            var firstLine = bodyEnd == bodyStart ? bodyStart : SkipBlank(bodyStart);
            if (language is not null || bodyEnd > firstLine)
                _blocks.Add(new DibBlock(_text, position..firstLine, firstLine..bodyEnd, bodyEnd..end, language ?? defaultLanguage));
            position = end;
        }
    }

    /// <summary>The language whose cell starts at a line, or null.</summary>
    private string? HeaderAt(int lineStart) => NameAt(lineStart) is { } name
        ? _fileLanguages.TryGetValue(name, out var language) ? language : NotebookLanguages.NameOf(name)
        : null;

    /// <summary>What stands after <c>#!</c> at a line, or null.</summary>
    private string? NameAt(int lineStart) =>
        _text.AsSpan(lineStart).StartsWith("#!") ? _text[(lineStart + 2)..LineEnd(lineStart)].TrimEnd() : null;

    private int LineEnd(int lineStart) => _text.IndexOf('\n', lineStart) is >= 0 and var end ? end : _text.Length;

    private int NextLine(int lineStart) => Math.Min(LineEnd(lineStart) + 1, _text.Length);

    private bool IsBlank(int lineStart) => _text[lineStart] == '\n' || _text.AsSpan(lineStart).StartsWith("\r\n");

    private int SkipBlank(int lineStart)
    {
        while (lineStart < _text.Length && IsBlank(lineStart)) lineStart = NextLine(lineStart);
        return lineStart;
    }

    /// <summary>The end of the last line that is not blank, without its line end.</summary>
    private int TrimEnd(int start, int end)
    {
        while (end > start && _text[end - 1] == '\n') end -= end - 1 > start && _text[end - 2] == '\r' ? 2 : 1;
        return end;
    }
}
