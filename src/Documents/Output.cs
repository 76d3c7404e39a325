using Qiansi.Documents.Json;

namespace Qiansi.Documents;

/// <summary>One thing a cell put out, as nbformat 4.5 keeps it.</summary>
public abstract class Output
{
    private protected Output()
    {
    }

    /// <summary>nbformat's name: <c>stream</c>, <c>display_data</c>, <c>execute_result</c>, <c>error</c>,
    /// or one this version does not know.</summary>
    public abstract string OutputType { get; }

    /// <summary>The JSON this output was read from; null for one made in memory.</summary>
    internal JsonText? Origin { get; init; }
}
