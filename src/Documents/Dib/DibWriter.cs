using System.Text;
using System.Text.Json.Nodes;
using Qiansi.Documents.Json;

namespace Qiansi.Documents.Dib;

/// <summary>
/// Writes Polyglot Notebooks' text format; what was read from a .dib file and not changed keeps its bytes. The format has no place for
/// outputs, ids, tags, attachments and other cell metadata, nor for blank lines around a cell's text, and a line of a cell that names a
/// language starts a new cell when the file is read.
/// </summary>
internal sealed class DibWriter
{
    private readonly Notebook _notebook;
    private readonly DibFile? _origin;
    private readonly string _newLine;
    private readonly StringBuilder _target = new();

    private DibWriter(Notebook notebook)
    {
        _notebook = notebook;
        _origin = notebook.DibOrigin;
        _newLine = _origin?.NewLine ?? "\n";
    }

    /// <summary>The document's bytes.</summary>
    public static byte[] Write(Notebook notebook) => new DibWriter(notebook).Write();

    private byte[] Write()
    {
        var meta = MetaPlan();
        if (_origin is not null && meta is null && IsUnchanged()) return _origin.Bytes;
        WritePrefix(meta);
        for (var i = 0; i < _notebook.Cells.Count; i++) WriteCell(_notebook.Cells[i], i);
        byte[] bytes = [.. _origin is { HasMark: true } ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(_target.ToString())];
        return bytes;
    }

    private bool IsUnchanged() => _notebook.Cells.Count == _origin!.Blocks.Count
        && _notebook.Cells.Zip(_origin.Blocks).All(p =>
            ReferenceEquals(p.First.DibOrigin, p.Second) && SaysBody(p.First, p.Second) && LanguageOf(p.First) == p.Second.Language);

    private static bool SaysBody(Cell cell, DibBlock block) => cell.Code == block.Source;

    private string LanguageOf(Cell cell) => cell.Kind switch
    {
        CellKind.Markdown => "markdown",
        CellKind.Raw => "raw",
        _ => cell.Language ?? _notebook.Language,
    };

    /// <summary>How to write the metadata block, or null when it stays as it is (or stays away).</summary>
    private Action<JsonTextWriter, int>? MetaPlan()
    {
        var wanted = _notebook.Metadata["polyglot_notebook"] is JsonObject own ? (JsonObject)own.DeepClone()
            : _origin is null ? PolyglotMetadata.KernelInfo(_notebook) : [];
        NameLanguages(wanted);
        if (wanted.Count == 0 && _origin?.Meta is null) return null;
        return JsonNodePatch.Plan(_origin?.Meta, wanted);
    }

    /// <summary>Lists the languages that readers of the file would not take for the start of a cell otherwise.</summary>
    private void NameLanguages(JsonObject meta)
    {
        foreach (var language in _notebook.Cells.Select(LanguageOf).Distinct()
            .Where(l => !NotebookLanguages.All.Any(known => known.Name == l && known.IsPolyglots)))
        {
            if (meta["kernelInfo"] is not JsonObject kernels)
                meta["kernelInfo"] = kernels = new JsonObject { ["defaultKernelName"] = _notebook.Language };
            if (kernels["items"] is not JsonArray items) kernels["items"] = items = [];
            if (!items.Any(i => i is JsonObject item && item["name"] is JsonValue name
                && name.TryGetValue(out string? text) && text == language))
                items.Add(PolyglotMetadata.KernelItem(language));
        }
    }

    private void WritePrefix(Action<JsonTextWriter, int>? meta)
    {
        var text = _origin?.Text ?? "";
        var prefix = _origin?.Prefix ?? ..0;
        if (meta is null)
        {
            _target.Append(text[prefix]);
            return;
        }

        var json = new JsonTextWriter(JsonTextStyle.Compact, _origin?.Bytes);
        meta(json, 0);
        var characters = Encoding.UTF8.GetString(json.Written);
        if (_origin?.Meta is not null)
        {
            _target.Append(text[.._origin.MetaRange.Start]).Append(characters).Append(text[_origin.MetaRange.End..prefix.End]);
            EndWithBlankLine();
        }
        else
        {
            _target.Append("#!meta").Append(_newLine).Append(_newLine).Append(characters).Append(_newLine).Append(_newLine);
        }
    }

    private void WriteCell(Cell cell, int index)
    {
        var language = LanguageOf(cell);
        var block = cell.DibOrigin is { } own && ReferenceEquals(own.Text, _origin?.Text) ? own : null;
        var isFirst = _target.Length == 0;
        if (!isFirst && index > 0) EndWithBlankLine();
        if (block is not null && block.Language == language && (HasHeader(block) || MayGoWithoutHeader(index)) && SaysBody(cell, block))
        {
            _target.Append(block.Text[block.Header]).Append(block.Text[block.Body]);
        }
        else
        {
            WriteHeader(block, language, index);
            WriteBody(cell.Code);
        }

        WriteTrail(block, index);
    }

    private static bool HasHeader(DibBlock block) => block.Text[block.Header].Contains("#!", StringComparison.Ordinal);

    /// <summary>Text without a header is a cell only where nothing but blank lines stands before it.</summary>
    private bool MayGoWithoutHeader(int index) => index == 0 && _target.ToString().AsSpan().Trim("\r\n").IsEmpty;

    private void WriteHeader(DibBlock? block, string language, int index)
    {
        var header = block is null ? "" : block.Text[block.Header];
        var hasHeader = block is not null && HasHeader(block);
        if (block is not null && block.Language == language && (hasHeader || MayGoWithoutHeader(index))
            && block.Body.End.Value > block.Body.Start.Value)
        {
            _target.Append(header);
            return;
        }

        var blank = hasHeader && header.IndexOf('\n') is >= 0 and var end && block!.Body.End.Value > block.Body.Start.Value
            ? header[(end + 1)..] : _newLine;
        _target.Append("#!").Append(language).Append(_newLine).Append(blank);
    }

    private void WriteBody(string code)
    {
        var body = code.Replace("\r\n", "\n", StringComparison.Ordinal).Trim('\n');
        _target.Append(_newLine == "\n" ? body : body.Replace("\n", _newLine, StringComparison.Ordinal));
    }

    /// <summary>Between cells their own blank lines, or one; at the end what the file ended with, or a line end.</summary>
    private void WriteTrail(DibBlock? block, int index)
    {
        var last = index == _notebook.Cells.Count - 1;
        var wasLast = block is not null && ReferenceEquals(block, _origin!.Blocks[^1]);
        if (last) _target.Append(_origin is { Blocks: [.., var end] } ? end.Text[end.Trail] : _newLine);
        else _target.Append(block is null || wasLast ? _newLine + _newLine : block.Text[block.Trail]);
    }

    /// <summary>Sees to it that the next line can start a cell.</summary>
    private void EndWithBlankLine()
    {
        if (_target.Length > 0 && _target[^1] != '\n') _target.Append(_newLine).Append(_newLine);
    }
}
