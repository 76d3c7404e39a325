using Qiansi.Contracts;
using Qiansi.Documents;
using Qiansi.Tool.Running;

namespace Qiansi.Tool.Progress;

/// <summary>Shows a run while it goes on.</summary>
internal abstract class RunProgress
{
    /// <summary>Live lines on a terminal, plain lines elsewhere; for a log, what cells print too.</summary>
    public static RunProgress For(TextWriter output, bool isLog = false)
    {
        if (isLog || !TerminalOutput.IsTerminal(output)) return new PlainProgress(output, isLog);
        var console = TerminalOutput.For(output);
        return console.Profile.Capabilities.Ansi
            ? new TerminalProgress(console, canAsk: !Console.IsInputRedirected) : new PlainProgress(output);
    }

    /// <summary>A notebook begins.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="cellCount">How many code cells it has.</param>
    public abstract void Begin(string path, int cellCount);

    /// <summary>A cell begins.</summary>
    public abstract void BeginCell(int number, Cell cell);

    /// <summary>The running cell has put out text: a piece of a stream, or a value in words, which ends with a line end.</summary>
    public virtual void Printed(string text)
    {
    }

    /// <summary>The running cell has been asked to end.</summary>
    public abstract void CellInterrupted();

    /// <summary>A cell has ended.</summary>
    public abstract void EndCell(CellReport report);

    /// <summary>A notebook has ended and what was to be written is written.</summary>
    public abstract void End(NotebookReport report);

    /// <summary>All has ended.</summary>
    /// <param name="reports">What became of the notebooks that were run.</param>
    /// <param name="planned">How many there were to run.</param>
    public abstract void Summarize(IReadOnlyList<NotebookReport> reports, int planned);

    /// <summary>Puts a cell's question to the person.</summary>
    /// <exception cref="InputUnavailableException">There is nobody.</exception>
    public virtual Task<string> AskAsync(string prompt, bool password, CancellationToken cancellation) =>
        Task.FromException<string>(new InputUnavailableException(
            $"The cell asks for input{(prompt.Length > 0 ? $" (\"{prompt}\")" : "")}, but nb is not run in a terminal, "
            + "where somebody could answer. Run it in one, or make the value a parameter (--param)."));
}
