namespace Qiansi.Publishing.Code;

/// <summary>A stretch of code with one look.</summary>
/// <param name="Start">UTF-16 index in the code.</param>
/// <param name="Length">UTF-16 units.</param>
/// <param name="Look">What it is.</param>
public readonly record struct CodeRun(int Start, int Length, CodeLook Look);

/// <summary>What a stretch of code is, as far as its colour goes.</summary>
public enum CodeLook
{
    Plain,
    Keyword,
    Control,
    Type,
    Method,
    Member,
    Text,
    Escape,
    Number,
    Comment,
    Directive,
    Tag,
    Attribute,
    Heading,
    Punctuation,
}
