namespace Qiansi.Text;

/// <summary>What one step of the training of a byte-pair tokenizer did.</summary>
/// <param name="Left">The first of the two tokens that became one, readable.</param>
/// <param name="Right">The second, readable.</param>
/// <param name="Token">The number of the new token.</param>
/// <param name="Count">How often the two stood side by side.</param>
/// <param name="Length">How many tokens the text has now.</param>
public sealed record BytePairStep(string Left, string Right, int Token, long Count, long Length)
{
    /// <summary>The step in words: <c>256: t + h, 1203 times</c>.</summary>
    public override string ToString() => $"{Token}: {Left} + {Right}, {Count} times";
}
