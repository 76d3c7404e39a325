namespace Qiansi.Documents;

/// <summary>The file formats notebooks are kept in.</summary>
public enum NotebookFormat
{
    /// <summary>Jupyter's JSON, nbformat 4.</summary>
    Ipynb,

    /// <summary>Polyglot Notebooks' plain text: <c>#!csharp</c>, <c>#!markdown</c>, …; holds no outputs.</summary>
    Dib,
}
