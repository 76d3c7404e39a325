namespace Qiansi.Documents.Json;

/// <summary>How a JSON file is laid out, so that what is added looks like the rest.</summary>
/// <param name="NewLine">Line end between tokens; empty when the file has everything on one line.</param>
/// <param name="Indent">What one level is indented by.</param>
/// <param name="AfterColon">Between a colon and the value.</param>
/// <param name="AfterComma">After a comma, when everything is on one line.</param>
/// <param name="Ascii">Whether other characters than ASCII are written as <c>\u4e2d</c>.</param>
internal sealed record JsonTextStyle(string NewLine, string Indent, string AfterColon, string AfterComma, bool Ascii)
{
    /// <summary>Jupyter's: one space, a line end after each token, UTF-8.</summary>
    public static readonly JsonTextStyle Jupyter = new("\n", " ", " ", " ", Ascii: false);

    /// <summary>One line without spaces, as in <c>#!meta</c> blocks.</summary>
    public static readonly JsonTextStyle Compact = new("", "", "", "", Ascii: false);

    /// <summary>The style of a file, from its outermost object.</summary>
    public static JsonTextStyle Of(JsonText root)
    {
        if (root.Entries.Count == 0) return Jupyter;
        var first = root.Entries[0];
        var lead = Characters(root, first.Lead, first.Head);
        var lineEnd = lead.IndexOf('\n');
        var newLine = lineEnd < 0 ? "" : lineEnd > 0 && lead[lineEnd - 1] == '\r' ? "\r\n" : "\n";
        var afterName = Characters(root, first.Head, first.Value.Start);
        var afterComma = root.Entries.Count > 1 && newLine.Length == 0 ? Characters(root, root.Entries[1].Lead, root.Entries[1].Head) : " ";
        return new(newLine, lead[(lineEnd + 1)..], afterName[(afterName.LastIndexOf(':') + 1)..], afterComma, IsAscii(root));
    }

    /// <summary>What stands before an entry at a depth.</summary>
    public string Break(int depth) => NewLine.Length == 0 ? "" : NewLine + string.Concat(Enumerable.Repeat(Indent, depth));

    private static string Characters(JsonText root, int start, int end) =>
        System.Text.Encoding.UTF8.GetString(root.File.AsSpan(start, end - start));

    /// <summary>A file is taken to escape characters when it has such escapes and no character beyond ASCII.</summary>
    private static bool IsAscii(JsonText root)
    {
        var rest = root.Bytes;
        if (rest.IndexOfAnyInRange((byte)0x80, (byte)0xFF) >= 0) return false;
        for (int at; (at = rest.IndexOf("\\u"u8)) >= 0; rest = rest[(at + 6)..])
            if (!rest.Slice(at + 2, 2).SequenceEqual("00"u8) || rest[at + 4] >= '8') return true;
        return false;
    }
}
