namespace Qiansi.Evaluation;

/// <summary>How the rates of several classes become one number.</summary>
public enum Averaging
{
    /// <summary>Each class counts alike (宏平均).</summary>
    Macro,

    /// <summary>
    /// Each sample counts alike: the counts of all classes are added first (微平均). Where every sample has one class and one answer,
    /// precision, recall and F1 are then the accuracy.
    /// </summary>
    Micro,

    /// <summary>Each class counts as many times as it occurs (加权平均).</summary>
    Weighted,
}
