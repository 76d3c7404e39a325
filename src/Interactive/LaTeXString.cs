using Qiansi.Contracts;

namespace Microsoft.DotNet.Interactive;

/// <summary>LaTeX that front ends typeset.</summary>
public sealed class LaTeXString(string latexCode) : IRendered
{
    private readonly string _latexCode = latexCode ?? throw new ArgumentNullException(nameof(latexCode));

    MimeBundle IRendered.Bundle => new() { { "text/latex", _latexCode }, { "text/plain", _latexCode } };

    /// <summary>The text as LaTeX.</summary>
    public static implicit operator LaTeXString(string source) => new(source);

    /// <inheritdoc />
    public override string ToString() => _latexCode;
}
