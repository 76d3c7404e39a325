namespace Qiansi.Documents.Parameters;

/// <summary>A language that parameters of a notebook are written in.</summary>
public interface IParameterLanguage
{
    /// <summary>Its name, as cells have it.</summary>
    string Name { get; }

    /// <summary>The code of a cell that declares variables with the values of this run.</summary>
    /// <param name="values">Names with their values as text; arrays as JSON lists.</param>
    /// <param name="declarations">The cell that declares the parameters; null when there is none, and the values' own looks tell the
    /// types.</param>
    /// <exception cref="ParameterException">A name is not declared, or a value does not fit its type.</exception>
    string Assign(IReadOnlyDictionary<string, string> values, string? declarations);
}
