using Spectre.Console;

namespace Qiansi.Tool.Progress;

/// <summary>The console that a command writes to.</summary>
internal static class TerminalOutput
{
    // Wider than any line: files and pipes wrap nothing.
    private const int Unlimited = 10_000;

    /// <summary>Colours and the terminal's width on a terminal; plain unwrapped text elsewhere.</summary>
    public static IAnsiConsole For(TextWriter output)
    {
        if (IsTerminal(output)) return AnsiConsole.Create(new AnsiConsoleSettings());
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = Unlimited;
        return console;
    }

    /// <summary>Whether it is this process's standard output, and that a terminal.</summary>
    public static bool IsTerminal(TextWriter output) => output == Console.Out && !Console.IsOutputRedirected;
}
