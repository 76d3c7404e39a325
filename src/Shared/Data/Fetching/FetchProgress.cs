namespace Qiansi.Data.Fetching;

/// <summary>How far a fetch has come.</summary>
/// <param name="Text">What goes on.</param>
/// <param name="Done">Bytes done.</param>
/// <param name="Total">Bytes in all; 0 while they are not known.</param>
public readonly record struct FetchProgress(string Text, long Done, long Total);
