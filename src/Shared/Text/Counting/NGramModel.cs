namespace Qiansi.Text;

/// <summary>
/// A language model that counts: the probability of a token is how often it followed the same <c>order − 1</c> tokens, smoothed.
/// </summary>
/// <remarks>
/// p(t | c) = (n(c, t) + m·q(t)) / (n(c) + m): m counts are added to those that were seen, dealt out as the next shorter model says, or
/// equally when there is none (additive smoothing with α = m / vocabulary). With shorter models it is the interpolation of MacKay and
/// Peto, A Hierarchical Dirichlet Language Model (1995).
/// </remarks>
public sealed class NGramModel
{
    private readonly Dictionary<long, int> _contexts, _grams;
    private readonly NGramModel? _shorter;

    /// <summary>Counts a text.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="vocabulary">How many tokens there are, numbered from 0.</param>
    /// <param name="order">How many tokens a count is of: 1 for frequencies, 2 for pairs (bigrams), and so on.</param>
    /// <param name="mass">How many counts are added to a context's own, above 0.</param>
    /// <param name="shorter">How they are dealt out: a model of the next smaller order; equally when null.</param>
    /// <exception cref="ArgumentException">A token is outside the vocabulary, or vocabulary and order do not fit into 63 bits.</exception>
    public NGramModel(IReadOnlyList<long> tokens, int vocabulary, int order, double mass = 1, NGramModel? shorter = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(vocabulary, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mass);
        if (order * Math.Log2(vocabulary) >= 63)
            throw new ArgumentException(
                $"{order} tokens of {vocabulary} make more than 2⁶³ sequences; take a smaller order", nameof(order));
        if (shorter is not null && (shorter.Order != order - 1 || shorter.Vocabulary != vocabulary))
            throw new ArgumentException($"a model of order {order} over {vocabulary} tokens leans on one of order {order - 1}, not on "
                + $"order {shorter.Order} over {shorter.Vocabulary}", nameof(shorter));
        (Vocabulary, Order, Mass, _shorter, _contexts, _grams) = (vocabulary, order, mass, shorter, [], []);
        foreach (var (context, gram) in Keys(tokens))
        {
            _contexts[context] = _contexts.GetValueOrDefault(context) + 1;
            _grams[gram] = _grams.GetValueOrDefault(gram) + 1;
        }
    }

    private NGramModel(NGramModel counts, double mass)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mass);
        (Vocabulary, Order, Mass, _shorter) = (counts.Vocabulary, counts.Order, mass, counts._shorter);
        (_contexts, _grams) = (counts._contexts, counts._grams);
    }

    /// <summary>How many tokens there are.</summary>
    public int Vocabulary { get; }

    /// <summary>How many tokens a count is of.</summary>
    public int Order { get; }

    /// <summary>How many counts are added to a context's own.</summary>
    public double Mass { get; }

    /// <summary>How many different sequences of <see cref="Order"/> tokens were seen.</summary>
    public int Count => _grams.Count;

    /// <summary>A model that leans on shorter ones, down to frequencies.</summary>
    /// <inheritdoc cref="NGramModel(IReadOnlyList{long}, int, int, double, NGramModel?)"/>
    public static NGramModel Interpolated(IReadOnlyList<long> tokens, int vocabulary, int order, double mass = 1) =>
        new(tokens, vocabulary, order, mass, order > 1 ? Interpolated(tokens, vocabulary, order - 1, mass) : null);

    /// <summary>The same counts with another <see cref="Mass"/>; those of shorter models stay.</summary>
    public NGramModel With(double mass) => new(this, mass);

    /// <summary>How often a sequence of <see cref="Order"/> tokens was seen.</summary>
    public int CountOf(params ReadOnlySpan<long> gram) => gram.Length == Order
        ? _grams.GetValueOrDefault(Key(gram))
        : throw new ArgumentException($"the counts are of {Order} tokens, not of {gram.Length}");

    /// <summary>The probability of a token.</summary>
    /// <param name="context">What stands before it; the last <see cref="Order"/> − 1 tokens count, and there have to be as many.</param>
    /// <param name="token">The token.</param>
    public double Probability(ReadOnlySpan<long> context, long token)
    {
        if (context.Length < Order - 1)
            throw new ArgumentException($"a model of order {Order} looks at {Order - 1} tokens, here are {context.Length}");
        var before = Key(context[^(Order - 1)..]);
        return Probability(before, (before * Vocabulary) + token, token);
    }

    /// <summary>The probabilities of all tokens, which sum to 1.</summary>
    /// <inheritdoc cref="Probability(ReadOnlySpan{long}, long)" path="/param[@name='context']"/>
    public double[] Distribution(ReadOnlySpan<long> context)
    {
        var probabilities = new double[Vocabulary];
        for (var token = 0; token < Vocabulary; token++) probabilities[token] = Probability(context, token);
        return probabilities;
    }

    /// <summary>The mean of −ln p over a text, nats a token; its first <see cref="Order"/> − 1 tokens are only context.</summary>
    /// <exception cref="ArgumentException">The text is shorter than that.</exception>
    public double Loss(IReadOnlyList<long> tokens)
    {
        if (tokens.Count < Order) throw new ArgumentException($"a loss of order {Order} needs {Order} tokens, here are {tokens.Count}");
        return Keys(tokens).Average(k => -Math.Log(Probability(k.Context, k.Gram, k.Gram % Vocabulary)));
    }

    private double Probability(long context, long gram, long token)
    {
        var rest = _shorter is null ? 1.0 / Vocabulary
            : _shorter.Probability(context % Power(Order - 2), gram % Power(Order - 1), token);
        return (_grams.GetValueOrDefault(gram) + (Mass * rest)) / (_contexts.GetValueOrDefault(context) + Mass);
    }

    /// <summary>A sequence as a number: each token is a digit.</summary>
    private long Key(ReadOnlySpan<long> tokens)
    {
        long key = 0;
        foreach (var token in tokens) key = (key * Vocabulary) + token;
        return key;
    }

    private IEnumerable<(long Context, long Gram)> Keys(IReadOnlyList<long> tokens)
    {
        var (key, contexts) = (0L, Power(Order - 1));
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i] < 0 || tokens[i] >= Vocabulary)
                throw new ArgumentException($"token {i} is {tokens[i]}; the vocabulary goes from 0 to {Vocabulary - 1}");
            var (context, gram) = (key, (key * Vocabulary) + tokens[i]);
            if (i >= Order - 1) yield return (context, gram);
            key = gram % contexts;
        }
    }

    private long Power(int exponent)
    {
        var power = 1L;
        for (; exponent > 0; exponent--) power *= Vocabulary;
        return power;
    }
}
