namespace Qiansi.Documents;

/// <summary>A notebook file cannot be read or written; the message names the file, the place and the way out.</summary>
public sealed class DocumentException : Exception
{
    /// <summary>A failure at a place in a file.</summary>
    /// <param name="file">The file as the caller named it.</param>
    /// <param name="line">1-based line, 0 when the whole file is meant.</param>
    /// <param name="column">1-based column in UTF-16 characters, as editors count, 0 when the whole file is meant.</param>
    /// <param name="problem">What is wrong, with the value seen.</param>
    /// <param name="remedy">What to do about it.</param>
    /// <param name="inner">What the system said, if it was asked.</param>
    public DocumentException(string file, int line, int column, string problem, string remedy, Exception? inner = null)
        : base($"{file}{(line > 0 ? $":{line}:{column}" : "")}: {problem}. {remedy}", inner)
    {
        File = file;
        Line = line;
        Column = column;
    }

    /// <summary>The file as the caller named it.</summary>
    public string File { get; }

    /// <summary>1-based line, 0 when the whole file is meant.</summary>
    public int Line { get; }

    /// <summary>1-based column in UTF-16 characters, as editors count, 0 when the whole file is meant.</summary>
    public int Column { get; }
}
