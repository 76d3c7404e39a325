namespace Qiansi.Teaching;

/// <summary>An exercise is not solved yet; ends its check cell, after what is wrong has been shown.</summary>
/// <param name="result">What came of its checks.</param>
public sealed class ExerciseException(ExerciseResult result) : Exception(result.Headline)
{
    /// <summary>What came of the checks.</summary>
    public ExerciseResult Result { get; } = result;

    /// <summary>None: the check's own lines help nobody who solves the exercise.</summary>
    public override string? StackTrace => null;
}
