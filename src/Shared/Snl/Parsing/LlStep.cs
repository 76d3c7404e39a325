namespace Qiansi.Snl.Parsing;

/// <summary>One step of a table-driven parser.</summary>
/// <param name="Stack">The symbols on the stack before it, the top last.</param>
/// <param name="Token">Index of the token looked at.</param>
/// <param name="Lookahead">That token's terminal.</param>
/// <param name="Action">What is done: <c>match</c>, a production, <c>skip</c>, <c>drop</c> or <c>insert</c> after an error, or
/// <c>accept</c>.</param>
public sealed record LlStep(IReadOnlyList<string> Stack, int Token, string Lookahead, string Action);
