namespace Qiansi.Teaching;

/// <summary>A claim of a chapter does not hold.</summary>
/// <param name="message">The claim, and how it fails.</param>
public sealed class ClaimException(string message) : Exception(message);
