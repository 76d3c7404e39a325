namespace Qiansi.Text;

/// <summary>Text as numbers and back: <c>Decode(Encode(text))</c> is the text, whatever characters it has.</summary>
public interface ITokenizer
{
    /// <summary>How many tokens there are; they are numbered from 0.</summary>
    int Count { get; }

    /// <summary>A text as tokens.</summary>
    long[] Encode(string text);

    /// <summary>Tokens as text.</summary>
    /// <exception cref="ArgumentException">A number is none of a token.</exception>
    string Decode(IEnumerable<long> tokens);
}
