using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using Qiansi.Contracts;

namespace Qiansi.PowerShellCells.Host;

/// <summary>Writes to the running cell, asks its front end, and shows progress in it.</summary>
internal sealed class CellScreen : PSHostUserInterface
{
    private readonly Dictionary<(long Source, int Activity), ProgressBar> _bars = [];

    /// <summary>The cell that runs, or ran last.</summary>
    public ICellContext? Cell { get; set; }

    /// <inheritdoc />
    public override PSHostRawUserInterface RawUI { get; } = new CellSurface();

    /// <inheritdoc />
    public override bool SupportsVirtualTerminal => true;

    /// <summary>What still moves has come to its end.</summary>
    public void End()
    {
        foreach (var bar in _bars.Values) bar.End();
        _bars.Clear();
    }

    /// <inheritdoc />
    public override void Write(string value) => Cell?.Output.Write(StandardStream.Output, value);

    /// <inheritdoc />
    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        Write($"{Ansi.Foreground(foregroundColor)}{Ansi.Background(backgroundColor)}{value}{Ansi.Reset}");

    /// <inheritdoc />
    public override void WriteLine(string value) => Write(value + "\n");

    /// <inheritdoc />
    public override void WriteErrorLine(string value) => Cell?.Output.Write(StandardStream.Error, value + "\n");

    /// <inheritdoc />
    public override void WriteDebugLine(string message) => WriteErrorLine($"DEBUG: {message}");

    /// <inheritdoc />
    public override void WriteVerboseLine(string message) => WriteErrorLine($"VERBOSE: {message}");

    /// <inheritdoc />
    public override void WriteWarningLine(string message) => WriteErrorLine($"WARNING: {message}");

    /// <inheritdoc />
    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        var key = (sourceId, record.ActivityId);
        if (!_bars.TryGetValue(key, out var bar)) _bars[key] = bar = new(Cell!.Output);
        bar.Show(record);
        if (record.RecordType == ProgressRecordType.Completed) _bars.Remove(key);
    }

    /// <inheritdoc />
    public override string ReadLine() => Ask("", password: false);

    /// <inheritdoc />
    public override SecureString ReadLineAsSecureString() => Secure(Ask("", password: true));

    /// <inheritdoc />
    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
    {
        foreach (var line in new[] { caption, message }.Where(l => !string.IsNullOrEmpty(l))) WriteLine(line);
        return descriptions.ToDictionary(d => d.Name, d =>
        {
            var isSecret = d.ParameterTypeFullName == typeof(SecureString).FullName;
            var answer = Ask(string.IsNullOrEmpty(d.Label) ? d.Name : d.Label.Replace("&", "", StringComparison.Ordinal), isSecret);
            return PSObject.AsPSObject(isSecret ? Secure(answer) : answer);
        });
    }

    /// <inheritdoc />
    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        foreach (var line in new[] { caption, message }.Where(l => !string.IsNullOrEmpty(l))) WriteLine(line);
        var labels = choices.Select(c => c.Label.Replace("&", "", StringComparison.Ordinal)).ToList();
        var keys = choices.Select(c => c.Label.Split('&') is [_, { Length: > 0 } rest] ? rest[..1] : null).ToList();
        var prompt = string.Join(", ", labels.Select((l, i) => keys[i] is { } key ? $"{key}: {l}" : l));
        while (true)
        {
            var answer = Ask(prompt, password: false).Trim();
            if (answer.Length == 0 && defaultChoice >= 0) return defaultChoice;
            var chosen = labels.FindIndex(l => l.Equals(answer, StringComparison.OrdinalIgnoreCase));
            if (chosen < 0) chosen = keys.FindIndex(k => answer.Equals(k, StringComparison.OrdinalIgnoreCase));
            if (chosen >= 0) return chosen;
            WriteErrorLine($"'{answer}' is none of them.");
        }
    }

    /// <inheritdoc />
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        PromptForCredential(caption, message, userName, targetName, PSCredentialTypes.Default, PSCredentialUIOptions.Default);

    /// <inheritdoc />
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName,
        PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options)
    {
        foreach (var line in new[] { caption, message }.Where(l => !string.IsNullOrEmpty(l))) WriteLine(line);
        return new(string.IsNullOrEmpty(userName) ? Ask("User", password: false) : userName, Secure(Ask("Password", password: true)));
    }

    private string Ask(string prompt, bool password) =>
        Cell!.Output.ReadInputAsync(prompt, password, Cell.Cancellation).GetAwaiter().GetResult();

    private static SecureString Secure(string text)
    {
        var secure = new SecureString();
        foreach (var letter in text) secure.AppendChar(letter);
        secure.MakeReadOnly();
        return secure;
    }
}
