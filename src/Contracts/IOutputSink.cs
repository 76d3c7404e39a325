namespace Qiansi.Contracts;

/// <summary>Which of the two text streams of a process.</summary>
public enum StandardStream
{
    /// <summary>Standard output.</summary>
    Output,

    /// <summary>Standard error.</summary>
    Error,
}

/// <summary>Where everything a running cell produces goes: the one way out of a session.</summary>
/// <remarks>Calls may come from any thread and must not block for long. Their order is the order a reader should see.</remarks>
public interface IOutputSink
{
    /// <summary>Appends text to a stream.</summary>
    void Write(StandardStream stream, string text);

    /// <summary>Shows a value; with a <paramref name="displayId"/> it can be replaced later by <see cref="UpdateDisplay"/>.</summary>
    void Display(MimeBundle data, string? displayId = null);

    /// <summary>Replaces what was shown under <paramref name="displayId"/>, wherever it stands, also in earlier cells.</summary>
    void UpdateDisplay(MimeBundle data, string displayId);

    /// <summary>The value of the cell's last expression.</summary>
    void Result(MimeBundle data);

    /// <summary>The cell failed.</summary>
    void Error(CellError error);

    /// <summary>Removes the cell's outputs so far; with <paramref name="wait"/>, when the next output arrives.</summary>
    void ClearOutput(bool wait);

    /// <summary>Offers code as the next cell, for the reader to edit and run.</summary>
    /// <returns>False where the front end makes no cells.</returns>
    bool OfferCode(string code) => false;

    /// <summary>Asks the person at the front end for a line of text.</summary>
    /// <exception cref="InputUnavailableException">The front end cannot ask (a batch run, say).</exception>
    Task<string> ReadInputAsync(string prompt, bool password, CancellationToken cancellation);
}

/// <summary>The front end has nobody to ask.</summary>
public sealed class InputUnavailableException(string message) : InvalidOperationException(message);
