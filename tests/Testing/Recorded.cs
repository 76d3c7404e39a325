using Qiansi.Contracts;

namespace Qiansi.Testing;

/// <summary>One thing that reached a sink.</summary>
/// <param name="Kind"><c>stdout</c>, <c>stderr</c>, <c>display</c>, <c>update</c>, <c>result</c>, <c>error</c>, <c>input</c> or
/// <c>clear</c>.</param>
/// <param name="Text">The text, the plainest rendering, or the error's message.</param>
/// <param name="Data">The renderings of a value.</param>
/// <param name="DisplayId">The id of a display.</param>
public sealed record Recorded(string Kind, string Text, MimeBundle? Data = null, string? DisplayId = null);
