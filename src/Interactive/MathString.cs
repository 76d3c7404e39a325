using Qiansi.Contracts;

namespace Microsoft.DotNet.Interactive;

/// <summary>A formula in LaTeX that front ends typeset; the <c>$$</c> around it are added when they are missing.</summary>
public sealed class MathString : IRendered
{
    private readonly string _math;

    /// <param name="latexCode">The formula, with or without <c>$$</c>.</param>
    public MathString(string latexCode)
    {
        ArgumentNullException.ThrowIfNull(latexCode);
        _math = latexCode.StartsWith('$') ? latexCode : $"$${latexCode}$$";
    }

    MimeBundle IRendered.Bundle => new() { { "text/latex", _math }, { "text/plain", _math } };

    /// <summary>The text as a formula.</summary>
    public static implicit operator MathString(string source) => new(source);

    /// <inheritdoc />
    public override string ToString() => _math;
}
