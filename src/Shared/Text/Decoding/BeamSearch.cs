namespace Qiansi.Text;

/// <summary>
/// Looks for the most probable continuation as a whole: of all continuations a token longer the best few are kept. With a width of 1 it is
/// greedy decoding.
/// </summary>
public static class BeamSearch
{
    /// <summary>Searches.</summary>
    /// <param name="logits">The model: all tokens so far to the scores of the next, (vocabulary).</param>
    /// <param name="prompt">What stands before.</param>
    /// <param name="length">How many tokens at most.</param>
    /// <param name="width">How many continuations are kept.</param>
    /// <param name="end">A token after which a continuation is whole; none when null. Lengths are compared as they are.</param>
    /// <returns>The continuations that were kept, the most probable first; of equals the one with the smaller tokens.</returns>
    public static IReadOnlyList<Beam> Search(
        Func<IReadOnlyList<long>, Tensor> logits, IReadOnlyList<long> prompt, int length, int width, long? end = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        List<Beam> beams = [new([], 0)];
        for (var i = 0; i < length && !beams.TrueForAll(IsWhole); i++)
            beams = [.. beams.SelectMany(b => IsWhole(b) ? [b] : Longer(b)).OrderByDescending(b => b.LogProbability).Take(width)];
        return beams;

        bool IsWhole(Beam beam) => end is not null && beam.Tokens.Count > 0 && beam.Tokens[^1] == end;

        IEnumerable<Beam> Longer(Beam beam)
        {
            CheckInterrupt?.Invoke();
            using var scores = nn.functional.log_softmax(logits([.. prompt, .. beam.Tokens]).detach().to(float64), -1);
            var next = scores.cpu().ToArray<double>();
            return next.Select((p, token) => (Token: (long)token, p)).OrderByDescending(t => t.p).Take(width)
                .Select(t => new Beam([.. beam.Tokens, t.Token], beam.LogProbability + t.p));
        }
    }
}
