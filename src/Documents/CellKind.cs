namespace Qiansi.Documents;

/// <summary>What a cell is for.</summary>
public enum CellKind
{
    /// <summary>Runs and has outputs.</summary>
    Code,

    /// <summary>Text for the reader.</summary>
    Markdown,

    /// <summary>Text that only converters look at; also stands for a cell type this version does not know.</summary>
    Raw,
}
