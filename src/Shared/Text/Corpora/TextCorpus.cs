namespace Qiansi.Text;

/// <summary>A text as tokens, cut into a part to learn from and a part to test with.</summary>
public sealed class TextCorpus
{
    private TextCorpus(ITokenizer tokenizer, long[] train, long[] validation) =>
        (Tokenizer, Train, Validation) = (tokenizer, train, validation);

    /// <summary>What the numbers are.</summary>
    public ITokenizer Tokenizer { get; }

    /// <summary>The first part.</summary>
    public long[] Train { get; }

    /// <summary>The rest.</summary>
    public long[] Validation { get; }

    /// <summary>Reads a file of text, UTF-8 or with a byte order mark.</summary>
    /// <param name="path">The file.</param>
    /// <param name="trainShare">The first part's share, above 0 and at most 1.</param>
    /// <param name="tokenizer">Makes the tokens; the text's characters when null.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is empty.</exception>
    public static TextCorpus Load(string path, double trainShare = 0.9, ITokenizer? tokenizer = null)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException(
                $"there is no text at {Path.GetFullPath(path)}; any text file of some hundred thousand characters serves", path);
        var text = File.ReadAllText(path);
        return text.Length > 0 ? Of(text, trainShare, tokenizer) : throw new InvalidDataException($"{path} is empty");
    }

    /// <summary>A text that is already there.</summary>
    /// <inheritdoc cref="Load" path="/param[@name='trainShare']"/>
    /// <inheritdoc cref="Load" path="/param[@name='tokenizer']"/>
    public static TextCorpus Of(string text, double trainShare = 0.9, ITokenizer? tokenizer = null)
    {
        if (!(trainShare > 0 && trainShare <= 1))
            throw new ArgumentOutOfRangeException(nameof(trainShare), trainShare, "the first part's share is above 0 and at most 1");
        tokenizer ??= new CharTokenizer(text);
        var numbers = tokenizer.Encode(text);
        var cut = (int)(trainShare * numbers.Length);
        return new TextCorpus(tokenizer, numbers[..cut], numbers[cut..]);
    }
}
