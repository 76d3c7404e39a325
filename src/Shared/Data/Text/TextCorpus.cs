namespace Qiansi.Data.Text;

/// <summary>A text as numbers of its characters, cut into a part to learn from and a part to test with.</summary>
public sealed class TextCorpus
{
    private TextCorpus(CharVocabulary vocabulary, long[] train, long[] validation) =>
        (Vocabulary, Train, Validation) = (vocabulary, train, validation);

    /// <summary>The characters of the whole text.</summary>
    public CharVocabulary Vocabulary { get; }

    /// <summary>The first part.</summary>
    public long[] Train { get; }

    /// <summary>The rest.</summary>
    public long[] Validation { get; }

    /// <summary>Reads a file of text, UTF-8 or with a byte order mark.</summary>
    /// <param name="path">The file.</param>
    /// <param name="trainShare">The first part's share, above 0 and at most 1.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is empty.</exception>
    public static TextCorpus Load(string path, double trainShare = 0.9)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException(
                $"there is no text at {Path.GetFullPath(path)}; any text file of some hundred thousand characters serves", path);
        var text = File.ReadAllText(path);
        return text.Length > 0 ? Of(text, trainShare) : throw new InvalidDataException($"{path} is empty");
    }

    /// <summary>A text that is already there.</summary>
    /// <inheritdoc cref="Load" path="/param[@name='trainShare']"/>
    public static TextCorpus Of(string text, double trainShare = 0.9)
    {
        if (!(trainShare > 0 && trainShare <= 1))
            throw new ArgumentOutOfRangeException(nameof(trainShare), trainShare, "the first part's share is above 0 and at most 1");
        var vocabulary = new CharVocabulary(text);
        var numbers = vocabulary.Encode(text);
        var cut = (int)(trainShare * numbers.Length);
        return new TextCorpus(vocabulary, numbers[..cut], numbers[cut..]);
    }
}
