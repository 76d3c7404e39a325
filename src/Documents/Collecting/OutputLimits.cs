namespace Qiansi.Documents.Collecting;

/// <summary>How much of a cell's output is kept. Beyond a limit the first and the last half stay and a line says what was cut.</summary>
/// <param name="StreamCharacters">UTF-16 characters of stream text.</param>
/// <param name="Displays">Values shown.</param>
public sealed record OutputLimits(int StreamCharacters = 1 << 20, int Displays = 2000)
{
    /// <summary>1 Mi characters, 2,000 values.</summary>
    public static readonly OutputLimits Default = new();
}
