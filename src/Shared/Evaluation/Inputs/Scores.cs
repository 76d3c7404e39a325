using System.Runtime.CompilerServices;

namespace Qiansi.Evaluation;

/// <summary>
/// A number for each sample, larger where it looks more like the positive class: made of an array, of a tensor (N), or of a list in
/// brackets.
/// </summary>
[CollectionBuilder(typeof(Scores), nameof(Create))]
public readonly struct Scores
{
    private readonly double[]? _values;

    private Scores(double[] values)
    {
        var wrong = Array.FindIndex(values, double.IsNaN);
        if (wrong >= 0)
            throw new ArgumentException(
                $"the score of sample {wrong} is NaN, which can be neither above nor below a threshold; look where the model made it");
        _values = values;
    }

    /// <summary>How many samples there are.</summary>
    public int Count => _values?.Length ?? 0;

    /// <summary>The score of a sample.</summary>
    public double this[int sample] => Span[sample];

    /// <summary>All of them.</summary>
    public ReadOnlySpan<double> Span => _values;

    /// <summary>Of a list in brackets.</summary>
    public static Scores Create(ReadOnlySpan<double> scores) => new(scores.ToArray());

    /// <summary>Of numbers.</summary>
    public static implicit operator Scores(double[] scores) => new([.. scores]);

    /// <summary>Of numbers.</summary>
    public static implicit operator Scores(float[] scores) => new([.. scores.Select(s => (double)s)]);

    /// <summary>Of a tensor (N).</summary>
    /// <exception cref="ArgumentException">It has another shape.</exception>
    public static implicit operator Scores(Tensor scores)
    {
        if (scores.dim() != 1)
            throw new ArgumentException(
                $"scores are a tensor (N), not one of shape [{string.Join(", ", scores.shape)}]; select the column of one class: "
                    + "scores.select(1, k)");
        return new(scores.ToArray<double>());
    }

    /// <summary>Goes through them.</summary>
    public IEnumerator<double> GetEnumerator() => ((IEnumerable<double>)(_values ?? [])).GetEnumerator();

    internal void RequireProbabilities()
    {
        for (var i = 0; i < Count; i++)
        {
            if (this[i] is < 0 or > 1)
                throw new ArgumentException($"the probability of sample {i} is {this[i]}, outside 0 to 1; apply sigmoid to logits first");
        }
    }
}
