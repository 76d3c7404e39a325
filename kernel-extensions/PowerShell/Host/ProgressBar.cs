using System.Globalization;
using System.Management.Automation;
using System.Net;
using Qiansi.Contracts;

namespace Qiansi.PowerShellCells.Host;

/// <summary>One activity of Write-Progress: a line below the cell that is replaced, ten times a second at most.</summary>
internal sealed class ProgressBar(IOutputSink output)
{
    private const long Every = 100;

    private readonly string _id = Guid.NewGuid().ToString("N");
    private long? _shown;
    private ProgressRecord? _latest;

    /// <summary>Shows how far it is.</summary>
    public void Show(ProgressRecord record)
    {
        _latest = record;
        if (record.RecordType == ProgressRecordType.Completed) End();
        else if (_shown is not { } at || Environment.TickCount64 - at >= Every) Put(Bundle(record));
    }

    /// <summary>Leaves its last words.</summary>
    public void End()
    {
        if (_shown is not null && _latest is { } last) Put(Bundle(last));
    }

    private void Put(MimeBundle bundle)
    {
        if (_shown is null) output.Display(bundle, _id);
        else output.UpdateDisplay(bundle, _id);
        _shown = Environment.TickCount64;
    }

    private static MimeBundle Bundle(ProgressRecord record)
    {
        var isDone = record.RecordType == ProgressRecordType.Completed;
        var percent = isDone ? 100 : record.PercentComplete;
        var words = $"{record.Activity}: {(isDone ? "done" : record.StatusDescription)}"
            + (isDone || string.IsNullOrEmpty(record.CurrentOperation) ? "" : $", {record.CurrentOperation}")
            + (record.SecondsRemaining > 0 && !isDone ? $", {record.SecondsRemaining} s left" : "");
        var value = percent < 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" value=\"{percent}\"");
        return new()
        {
            { "text/html", $"<label><progress max=\"100\"{value}></progress> {WebUtility.HtmlEncode(words)}</label>" },
            { "text/plain", percent < 0 ? words : string.Create(CultureInfo.InvariantCulture, $"{percent,3} % {words}") },
        };
    }
}
