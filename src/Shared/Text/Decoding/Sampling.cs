namespace Qiansi.Text;

/// <summary>
/// How the next token is drawn from a model's logits: they are divided by the temperature, then the k most probable tokens are kept, then
/// of those the fewest whose probabilities reach p together (Holtzman and others, The Curious Case of Neural Text Degeneration, 2020).
/// </summary>
/// <param name="Temperature">1 leaves the logits, less sharpens, more flattens; 0 is greedy: always the most probable token.</param>
/// <param name="TopK">How many tokens at most; all when null.</param>
/// <param name="TopP">The probability that is enough, above 0 and at most 1, which keeps all.</param>
/// <remarks>Of equally probable tokens that with the smaller number comes first. Draws follow <c>torch.manual_seed</c>.</remarks>
public sealed record Sampling(double Temperature = 1, int? TopK = null, double TopP = 1)
{
    /// <summary>Always the most probable token.</summary>
    public static Sampling Greedy { get; } = new(0);

    /// <summary>From 0.</summary>
    public double Temperature { get; } = Temperature >= 0 && double.IsFinite(Temperature)
        ? Temperature : throw new ArgumentOutOfRangeException(nameof(Temperature), Temperature, "a temperature is 0 or more");

    /// <summary>From 1.</summary>
    public int? TopK { get; } = TopK is null or >= 1
        ? TopK : throw new ArgumentOutOfRangeException(nameof(TopK), TopK, "at least one token has to be kept");

    /// <summary>Above 0, at most 1.</summary>
    public double TopP { get; } = TopP is > 0 and <= 1
        ? TopP : throw new ArgumentOutOfRangeException(nameof(TopP), TopP, "the probability to keep is above 0 and at most 1");

    /// <summary>The probabilities the next token is drawn with.</summary>
    /// <param name="logits">The model's scores of all tokens, (vocabulary).</param>
    /// <returns>Probabilities in float64, (vocabulary); those that were cut off are 0.</returns>
    /// <exception cref="ArgumentException">The logits are not of one dimension, or one is NaN or +∞, or all are −∞.</exception>
    public Tensor Probabilities(Tensor logits)
    {
        if (logits.dim() != 1)
            throw new ArgumentException($"logits of one position are (vocabulary), not ({string.Join(", ", logits.shape)}); take a row");
        var scores = logits.detach().to(float64).cpu().ToArray<double>();
        if (scores.Length == 0 || Array.Exists(scores, s => double.IsNaN(s) || double.IsPositiveInfinity(s))
            || Array.TrueForAll(scores, double.IsNegativeInfinity))
            throw new ArgumentException("the logits hold NaN or +∞, or only −∞: the model has diverged, or its mask is wrong");
        int[] order = [.. Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i])];
        var best = scores[order[0]];
        var weights = new double[scores.Length];
        foreach (var token in order[..Math.Min(Temperature == 0 ? 1 : TopK ?? order.Length, order.Length)])
            weights[token] = Temperature == 0 ? 1 : Math.Exp((scores[token] - best) / Temperature);
        KeepTopP(weights, order);
        var sum = weights.Sum();
        return tensor(Array.ConvertAll(weights, w => w / sum));
    }

    /// <summary>Draws the next token.</summary>
    /// <inheritdoc cref="Probabilities" path="/param"/>
    /// <inheritdoc cref="Probabilities" path="/exception"/>
    public long Next(Tensor logits) => multinomial(Probabilities(logits), 1).item<long>();

    private void KeepTopP(double[] weights, int[] order)
    {
        var (enough, sum) = (TopP * weights.Sum(), 0.0);
        foreach (var token in order)
        {
            // What is left after enough was reached goes; rounding in the sum is no reason for one more.
            if (sum >= enough * (1 - 1e-12)) weights[token] = 0;
            sum += weights[token];
        }
    }
}
