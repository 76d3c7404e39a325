using Qiansi.Contracts;
using Qiansi.Jupyter.Client;

namespace Qiansi.Tool.Running;

/// <summary>Tells of a kernel whose process has ended by itself.</summary>
internal static class KernelDeath
{
    private const int LastLines = 12;

    /// <summary>The error of the cell that was running: how the process ended and what it last wrote.</summary>
    public static CellError Describe(KernelDiedException death) => death.Exit is { } exit
        ? Describe(exit)
        : new("KernelDied", death.Message, [death.Message]);

    /// <inheritdoc cref="Describe(KernelDiedException)" />
    public static CellError Describe(KernelExit exit)
    {
        var description = char.ToUpperInvariant(exit.Description[0]) + exit.Description[1..];
        if (!description.EndsWith('.')) description += ".";
        var lines = exit.StandardError.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        if (lines is [""]) return new("KernelDied", description, [description]);
        // A stack overflow repeats the same frames thousands of times; the runtime says first what happened and last where it began.
        var shown = lines.Length <= 2 * LastLines
            ? lines
            : [.. lines[..LastLines], $"… {lines.Length - (2 * LastLines)} lines …", .. lines[^LastLines..]];
        return new("KernelDied", description, [description, "The process last wrote:", .. shown]);
    }
}
