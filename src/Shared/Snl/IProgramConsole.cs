namespace Qiansi.Snl;

/// <summary>Where a running program reads and writes.</summary>
public interface IProgramConsole
{
    /// <summary>The next integer of the input.</summary>
    /// <exception cref="InputException">There is none, or something else.</exception>
    int ReadInteger();

    /// <summary>The next character of the input, as its UTF-16 code.</summary>
    /// <exception cref="InputException">There is none.</exception>
    int ReadCharacter();

    /// <summary>Writes an integer.</summary>
    void WriteInteger(int value);

    /// <summary>Writes a character.</summary>
    /// <param name="value">Its UTF-16 code.</param>
    void WriteCharacter(int value);
}
