namespace Qiansi.Snl.Lexing;

/// <summary>A program as tokens.</summary>
/// <param name="Source">Its text.</param>
/// <param name="Tokens">The tokens; the last is the end of the file.</param>
/// <param name="Comments">Where comments stand, braces and slashes included.</param>
public sealed record LexedText(SourceText Source, Token[] Tokens, IReadOnlyList<Span> Comments);
