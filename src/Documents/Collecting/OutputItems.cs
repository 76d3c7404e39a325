using System.Text;
using Qiansi.Contracts;

namespace Qiansi.Documents.Collecting;

/// <summary>A stretch of a cell's output while it is collected.</summary>
internal abstract class OutputItem;

/// <summary>Text of one stream, in blocks so that the oldest can be let go.</summary>
internal sealed class StreamItem(string name) : OutputItem
{
    /// <summary>Characters a block holds.</summary>
    public const int BlockSize = 4096;

    /// <summary>What a new stretch counts for besides its characters: a program that alternates between the streams
    /// needs memory for each change.</summary>
    public const int Overhead = 64;

    public string Name { get; } = name;

    public Queue<StringBuilder> Blocks { get; } = [];

    /// <summary>The block that is being filled.</summary>
    public StringBuilder? Last { get; set; }
}

/// <summary>A value that was shown; <see cref="Data"/> changes when the display is updated.</summary>
internal sealed class DataItem(MimeBundle data, string? displayId, bool isResult) : OutputItem
{
    public MimeBundle Data { get; set; } = data;

    public string? DisplayId { get; } = displayId;

    public bool IsResult { get; } = isResult;
}

/// <summary>Why the cell failed.</summary>
internal sealed class ErrorItem(CellError error) : OutputItem
{
    public CellError Error { get; } = error;
}

/// <summary>The place where output was cut, and how much.</summary>
internal sealed class GapItem : OutputItem
{
    public long Characters { get; set; }

    public long Lines { get; set; }

    public long Values { get; set; }

    /// <summary>The line that takes the place of what was cut.</summary>
    public override string ToString()
    {
        var cut = Characters > 0 ? FormattableString.Invariant($"{Characters:N0} characters in {Lines:N0} lines") : "";
        if (Values > 0) cut += FormattableString.Invariant($"{(cut.Length > 0 ? " and " : "")}{Values:N0} displayed values");
        return $"[… {cut} were cut here: the cell put out more than is kept …]\n";
    }
}
