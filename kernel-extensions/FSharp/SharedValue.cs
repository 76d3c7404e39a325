namespace Qiansi.FSharpCells;

/// <summary>Brings a value into F#, which refuses null and values whose own type it cannot name.</summary>
/// <typeparam name="T">The type it has there.</typeparam>
/// <param name="value">The value.</param>
public sealed class SharedValue<T>(T value)
{
    /// <summary>The value.</summary>
    public T Value => value;
}
