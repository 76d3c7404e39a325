using System.Runtime.CompilerServices;

namespace Qiansi.Evaluation;

/// <summary>
/// The class of each sample, a number from 0: made of an array of integers or bools (true is 1), of a tensor (N), or of a list in brackets.
/// </summary>
[CollectionBuilder(typeof(ClassLabels), nameof(Create))]
public readonly struct ClassLabels
{
    private readonly long[]? _classes;

    private ClassLabels(long[] classes)
    {
        for (var i = 0; i < classes.Length; i++)
        {
            if (classes[i] < 0) throw new ArgumentException($"the class of sample {i} is {classes[i]}; classes are numbered from 0");
        }

        _classes = classes;
    }

    /// <summary>How many samples there are.</summary>
    public int Count => _classes?.Length ?? 0;

    /// <summary>The class of a sample.</summary>
    public long this[int sample] => Span[sample];

    /// <summary>All of them.</summary>
    public ReadOnlySpan<long> Span => _classes;

    /// <summary>Of a list in brackets.</summary>
    public static ClassLabels Create(ReadOnlySpan<long> classes) => new(classes.ToArray());

    /// <summary>Of integers.</summary>
    public static implicit operator ClassLabels(long[] classes) => new([.. classes]);

    /// <summary>Of integers.</summary>
    public static implicit operator ClassLabels(int[] classes) => new([.. classes.Select(c => (long)c)]);

    /// <summary>Of bytes.</summary>
    public static implicit operator ClassLabels(byte[] classes) => new([.. classes.Select(c => (long)c)]);

    /// <summary>Of answers: true is class 1.</summary>
    public static implicit operator ClassLabels(bool[] classes) => new([.. classes.Select(c => c ? 1L : 0L)]);

    /// <summary>Of a tensor (N) of integers or bools.</summary>
    /// <exception cref="ArgumentException">It has another shape or type.</exception>
    public static implicit operator ClassLabels(Tensor classes)
    {
        if (classes.dim() != 1)
            throw new ArgumentException(
                $"classes are a tensor (N), not one of shape [{string.Join(", ", classes.shape)}]; take argmax(1) of scores (N, K), or "
                    + "flatten() first");
        if (classes.is_floating_point())
            throw new ArgumentException(
                $"classes are integers or bools, not {classes.dtype}; compare scores with a threshold (scores > 0.5), or take argmax(1)");
        return new(classes.ToArray<long>());
    }

    /// <summary>Goes through them.</summary>
    public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)(_classes ?? [])).GetEnumerator();

    internal static void RequireAlike(int actual, int other, string what)
    {
        if (actual != other)
            throw new ArgumentException($"there are {actual} true classes, but {other} {what}; each sample has one of both");
    }
}
