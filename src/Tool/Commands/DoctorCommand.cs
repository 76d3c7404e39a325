using System.CommandLine;
using System.Globalization;
using Qiansi.Tool.Doctor;
using Qiansi.Tool.Progress;
using Spectre.Console;

namespace Qiansi.Tool.Commands;

/// <summary><c>nb doctor</c>: what is installed, what is missing, and how to get it.</summary>
internal static class DoctorCommand
{
    private const string Notes = """
        Exit code 0 whatever it finds: only .NET itself is needed to run notebooks; the rest adds something.

        Examples:
          nb doctor
          nb doctor --json
        """;

    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Write the findings as JSON." };
        var command = new DocumentedCommand("doctor", "Say what is installed, what is missing, and how to get it.") { Notes = Notes };
        command.Add(json);
        command.SetAction(async (arguments, cancellation) =>
        {
            var report = await DoctorReport.CollectAsync(cancellation: cancellation);
            var output = arguments.InvocationConfiguration.Output;
            if (arguments.GetValue(json)) output.WriteLine(report.ToJson());
            else Show(report, TerminalOutput.For(output));
            return ExitCode.Ok;
        });
        return command;
    }

    /// <summary>Writes the report: an area, its things, and below what is missing the command that gets it.</summary>
    internal static void Show(DoctorReport report, IAnsiConsole console)
    {
        var memory = (report.MemoryBytes / 1073741824.0).ToString("0.#", CultureInfo.InvariantCulture);
        console.WriteLine($"nb {VersionAction.Version} on {report.System} ({report.Platform}), {report.Runtime}, "
            + $"{report.Processors} processors, {memory} GiB of memory");
        foreach (var area in report.Rows.GroupBy(r => r.Area))
        {
            console.WriteLine();
            console.MarkupLineInterpolated($"[bold]{area.Key}[/]");
            foreach (var row in area) Show(row, console);
        }
    }

    private static void Show(DoctorRow row, IAnsiConsole console)
    {
        var (mark, colour) = row.Status switch
        {
            DoctorStatus.Found => ("ok     ", "green"),
            DoctorStatus.Missing => ("missing", "yellow"),
            _ => ("problem", "red"),
        };
        var facts = string.Join(", ", new[] { row.Version, row.Path, row.Detail }.Where(f => !string.IsNullOrEmpty(f)));
        console.Write(new Markup($"  [{colour}]{mark}[/] "
            + $"{Markup.Escape(row.Name)}{(facts.Length > 0 ? ": " + Markup.Escape(facts) : "")}\n")
        { Overflow = Overflow.Fold });
        if (row.Status == DoctorStatus.Found) return;
        console.Write(new Markup($"          [dim]for: {Markup.Escape(row.Why)}[/]\n"));
        if (row.HowToGet is { Length: > 0 } how)
            console.Write(new Markup($"          get it: {Markup.Escape(how)}\n") { Overflow = Overflow.Fold });
    }
}
