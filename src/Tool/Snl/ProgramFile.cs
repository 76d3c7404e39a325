using System.Text;
using Qiansi.Snl;
using Qiansi.Snl.Formatting;
using Qiansi.Tool.Commands;

namespace Qiansi.Tool.Snl;

/// <summary>A program's file: read as UTF-8, UTF-16 or GBK, and written as it was.</summary>
internal sealed class ProgramFile
{
    private readonly string _path;
    private readonly byte[] _bytes;

    /// <summary>Reads a file; messages call it by the path given.</summary>
    /// <exception cref="CommandException">It is not there.</exception>
    public ProgramFile(string path)
    {
        if (Directory.Exists(path)) throw new CommandException($"'{path}' is a folder.", "Name the file of a program.");
        if (!File.Exists(path)) throw new CommandException($"'{path}' is not there.");
        _path = path;
        _bytes = File.ReadAllBytes(path);
        Source = SourceText.FromBytes(_bytes, path);
    }

    /// <summary>The program.</summary>
    public SourceText Source { get; }

    /// <summary>The program laid out, with the line ends it had.</summary>
    public string Formatted()
    {
        var text = Formatter.Format(Source);
        return Source.Text.Contains("\r\n", StringComparison.Ordinal) ? text.ReplaceLineEndings("\r\n") : text;
    }

    /// <summary>Puts another text into the file, in the encoding it has.</summary>
    /// <exception cref="CommandException">The file holds bytes that its encoding does not have, which would be lost.</exception>
    public void Write(string text)
    {
        var encoding = Source.Encoding switch
        {
            "GBK" => CodePagesEncodingProvider.Instance.GetEncoding(936)!,
            "UTF-16" when _bytes[0] == 0xFE => Encoding.BigEndianUnicode,
            "UTF-16" => Encoding.Unicode,
            _ => Encoding.UTF8,
        };
        var mark = _bytes.AsSpan().StartsWith(encoding.Preamble) ? encoding.GetPreamble() : [];
        if (!mark.Concat(encoding.GetBytes(Source.Text)).SequenceEqual(_bytes))
            throw new CommandException($"'{_path}' holds bytes that are no {Source.Encoding}; they would be lost.",
                "Save it as UTF-8 first.");
        File.WriteAllBytes(_path, [.. mark, .. encoding.GetBytes(text)]);
    }
}
