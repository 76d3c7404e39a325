namespace Qiansi.Publishing.Code;

/// <summary>Tells what the stretches of code are in a language whose colours take a compiler.</summary>
public interface ICodeClassifier
{
    /// <summary>The stretches of a cell or an excerpt, in order and without overlaps; plain ones may be left out.</summary>
    IReadOnlyList<CodeRun> Classify(string code);
}
