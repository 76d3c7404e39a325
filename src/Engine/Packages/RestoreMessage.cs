namespace Qiansi.Engine.Packages;

/// <summary>An error or warning of a restore.</summary>
/// <param name="Code"><c>NU1101</c>.</param>
/// <param name="IsError">Whether the restore failed for it.</param>
/// <param name="Text">NuGet's own words, of one or several lines.</param>
/// <param name="Package">The package it is about; empty when it is about none.</param>
internal sealed record RestoreMessage(string Code, bool IsError, string Text, string Package)
{
    /// <summary>Reads the errors of a restore from its output: used when it ended before writing them into the assets file.</summary>
    public static IReadOnlyList<RestoreMessage> FromOutput(IEnumerable<string> lines)
    {
        var messages = new List<RestoreMessage>();
        foreach (var line in lines)
        {
            var at = line.IndexOf(": error ", StringComparison.Ordinal);
            if (at < 0) continue;
            var rest = line[(at + 8)..];
            var colon = rest.IndexOf(':');
            if (colon < 0) continue;
            string code = rest[..colon].Trim(), text = rest[(colon + 1)..].TrimEnd();
            // A message of several lines repeats the code and indents all but its first line; the summary at the end says everything again.
            if (text.StartsWith("  ", StringComparison.Ordinal) && messages.Count > 0 && messages[^1].Code == code)
            {
                if (!messages[^1].Text.Contains(text.Trim(), StringComparison.Ordinal))
                    messages[^1] = messages[^1] with { Text = messages[^1].Text + "\n" + text };
            }
            else if (!messages.Exists(m => m.Code == code && m.Text.Split('\n')[0] == text.Trim()))
                messages.Add(new(code, true, text.Trim(), ""));
        }
        return messages;
    }
}
